import {show} from "../../components/figureText.js";
import {markup, type Html} from "../../components/html.js";
import type {QualityFindings} from "../../findings/quality.js";
import type {Language} from "../../format/language.js";
import type {Reading} from "../../format/value.js";
import {codeName} from "../members.js";

export interface QualitySentences {
  rows(findings: QualityFindings, reading: Reading): Html;
  /** Null where nothing is withheld. */
  withheld(findings: QualityFindings, reading: Reading): Html | null;
  weakest(findings: QualityFindings, reading: Reading): Html;
  controls(findings: QualityFindings, reading: Reading): Html;
  checks(findings: QualityFindings, reading: Reading): Html;
}

const en: QualitySentences = {
  rows({rowsIn, loaded, quarantined}, reading) {
    const broke =
      quarantined.value === 0
        ? markup`none broke a rule`
        : markup`${show(quarantined, reading)} ${quarantined.value === 1 ? "was" : "were"} kept out, as ${quarantined.value === 1 ? "it" : "they"} broke a rule`;
    return markup`Of ${show(rowsIn, reading)} rows handed over, ${show(loaded, reading)} were loaded, and ${broke}.`;
  },
  withheld({withheld}, reading) {
    if (withheld === null) return null;
    const {rows, extracts} = withheld;
    const [row, extract] = [rows.value === 1 ? "row" : "rows", extracts.value === 1 ? "extract" : "extracts"];
    return markup`${show(rows, reading)} ${row} of ${show(extracts, reading)} ${extract} ${rows.value === 1 ? "is" : "are"} not used, as the parties have not consented.`;
  },
  weakest({weakest}, reading) {
    if (weakest === null) return markup`No extract lacks anything that could be measured.`;
    const {extract, score, part, share} = weakest;
    return markup`The weakest extract is ${codeName("extract", extract, "en")}, with a score of ${show(score, reading, below(score.value))}: its ${codeName("qualityPart", part, "en")} is ${show(share, reading, below(share.value))}.`;
  },
  controls({controls, breaks, firstBreak}, reading) {
    if (controls.value === 0) return markup`No control totals came with the data.`;
    if (firstBreak === null) return markup`All ${show(controls, reading)} control totals reconcile.`;
    const {extract, control, column_name: column} = firstBreak;
    const of = column === "" ? null : markup` of <code>${column}</code>`;
    return markup`${show(breaks, reading)} of ${show(controls, reading)} control totals ${breaks.value === 1 ? "does" : "do"} not reconcile${breaks.value === 1 ? ":" : ", first"} ${codeName("control", control, "en").toLowerCase()}${of} in ${codeName("extract", extract, "en")}.`;
  },
  checks({checks, warnings}, reading) {
    if (checks.value === 0) return markup`Nothing was checked beyond the contracts.`;
    if (warnings.value === 0) return markup`All ${show(checks, reading)} checks pass.`;
    return markup`${show(warnings, reading)} of ${show(checks, reading)} checks ${warnings.value === 1 ? "warns" : "warn"}.`;
  }
};

const zh: QualitySentences = {
  rows({rowsIn, loaded, quarantined}, reading) {
    const broke = quarantined.value === 0 ? markup`无违规行` : markup`${show(quarantined, reading)}行因违反规则被隔离`;
    return markup`共交付${show(rowsIn, reading)}行，入库${show(loaded, reading)}行，${broke}。`;
  },
  withheld({withheld}, reading) {
    if (withheld === null) return null;
    return markup`${show(withheld.extracts, reading)}类数据抽取中有${show(withheld.rows, reading)}行因主体未同意而留存不用。`;
  },
  weakest({weakest}, reading) {
    if (weakest === null) return markup`各数据抽取在可度量的方面均无欠缺。`;
    const {extract, score, part, share} = weakest;
    return markup`质量最弱的是${codeName("extract", extract, "zh")}，得分${show(score, reading, below(score.value))}，其中${codeName("qualityPart", part, "zh")}为${show(share, reading, below(share.value))}。`;
  },
  controls({controls, breaks, firstBreak}, reading) {
    if (controls.value === 0) return markup`数据未随附控制总数。`;
    if (firstBreak === null) return markup`${show(controls, reading)}项控制总数全部一致。`;
    const {extract, control, column_name: column} = firstBreak;
    const of = column === "" ? null : markup`字段<code>${column}</code>的`;
    return markup`${show(controls, reading)}项控制总数中有${show(breaks, reading)}项不一致，首项为${codeName("extract", extract, "zh")}${of}${codeName("control", control, "zh")}。`;
  },
  checks({checks, warnings}, reading) {
    if (checks.value === 0) return markup`除契约规则外未作检查。`;
    if (warnings.value === 0) return markup`${show(checks, reading)}项检查均通过。`;
    return markup`${show(checks, reading)}项检查中有${show(warnings, reading)}项提示。`;
  }
};

/** What lacks a little must not read as whole. */
export function below(share: number | null): number | null {
  return share !== null && share < 1 ? Math.min(share, 0.999) : share;
}

export const QUALITY: Readonly<Record<Language, QualitySentences>> = {en, zh};
