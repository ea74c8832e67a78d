import {markup, type Html} from "../../components/html.js";
import type {Language} from "../../format/language.js";

/** What a sentence says of two experiments; figures as they read. */
export interface Compared {
  readonly first: string;
  readonly second: string;
  readonly sample: string;
  readonly observations: string;
  readonly defaults: string;
  readonly firstAuc: string;
  readonly secondAuc: string;
  /** The one that orders better beyond chance. */
  readonly better: "first" | "second" | null;
  readonly p: string;
  readonly detectable: string;
  readonly movedShare: string;
  readonly safer: string;
  readonly riskier: string;
}

const code = (id: string) => markup`<code>${id}</code>`;

function en(pair: Compared): Html {
  const {better} = pair;
  const [first, second] = [code(pair.first), code(pair.second)];
  const verdict =
    better === null
      ? markup`${second} orders neither better nor worse than ${first} beyond chance`
      : better === "second"
        ? markup`${second} orders better than ${first}`
        : markup`${first} orders better than ${second}`;
  return markup`${verdict}: AUC ${pair.secondAuc} against ${pair.firstAuc} on ${pair.observations} rows with ${pair.defaults} defaults (${pair.sample.toLowerCase()}; p ${pair.p}; a difference of ${pair.detectable} would be found four times in five). It puts ${pair.movedShare} of the rows into another grade: ${pair.safer} safer, ${pair.riskier} riskier.`;
}

function zh(pair: Compared): Html {
  const {better} = pair;
  const [first, second] = [code(pair.first), code(pair.second)];
  const verdict =
    better === null
      ? markup`${second}与${first}的区分能力差异未超出随机水平`
      : better === "second"
        ? markup`${second}的区分能力优于${first}`
        : markup`${first}的区分能力优于${second}`;
  return markup`${verdict}：在${pair.observations}个观测（违约${pair.defaults}）上，AUC为${pair.secondAuc}对${pair.firstAuc}（${pair.sample}；p值${pair.p}；五次中有四次可检出${pair.detectable}的差异）。${pair.movedShare}的观测等级改变：${pair.safer}个上调，${pair.riskier}个下调。`;
}

/** What is found of two experiments, in a sentence or two. */
export const COMPARED: Readonly<Record<Language, (pair: Compared) => Html>> = {en, zh};
