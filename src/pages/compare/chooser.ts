import {martModelPairs} from "#warehouse/marts/mart_model_pairs.js";
import {markup, type Html} from "../../components/html.js";
import type {Comparison, PairRow} from "../../findings/compare.js";
import {isClear} from "../../findings/compare.js";
import type {Site} from "../../findings/site.js";
import {codeName} from "../../i18n/members.js";
import {decimal, percent} from "../../format/number.js";
import {LAB} from "../../i18n/lab/words.js";
import {COMPARED} from "../../i18n/sentences/compared.js";
import {section} from "../quality/section.js";
import {pValueText} from "../shared/lab.js";
import {markOf, pairOf, roleOfPair} from "./pair.js";

/** Which two are compared, and what the comparison finds: one sentence for every pair, of which one is shown. */
export function chooserOf(site: Site, found: Comparison): Html {
  const words = LAB[site.language];
  const {experiments, chosen, pairs} = found;
  const keys = (["first", "second"] as const).map((role, at) => {
    const options = experiments.map(({experiment_id: id}, place) => {
      return markup`<option value="${id}"${place === chosen[at] ? markup` selected` : null}>${id}</option>`;
    });
    return markup`<label><span class="key ${role}"></span>${words[role]} <select name="${role === "first" ? "a" : "b"}">${options}</select></label>`;
  });
  const names = experiments.map(({experiment_id: id}, place) => {
    return markup`<li${markOf(found, place)}><span class="key"></span><code>${id}</code></li>`;
  });
  const sentences = pairs.map((pair) => {
    const key = pairOf(found, pair);
    return markup`<p class="finding" data-pair="${key}"${roleOfPair(found, key)}>${sentenceOf(site, pair)}</p>`;
  });
  const form = markup`<form class="filter live-only" data-mart="${martModelPairs.name}" data-experiments="${experiments.map(({experiment_id: id}) => id).join(" ")}"><p>${words.choose}</p>${keys}</form>`;
  const silent = markup`<p class="no-pair" hidden data-same="${words.sameTwice}">${words.noShared}</p>`;
  const body = markup`${form}<ul class="names static-only" data-mart="${martModelPairs.name}">${names}</ul><div data-mart="${martModelPairs.name}" aria-live="polite">${sentences}${silent}</div>`;
  return section("two", words.twoModels, body);
}

function sentenceOf({language}: Site, pair: PairRow): Html {
  return COMPARED[language]({
    first: pair.first_id,
    second: pair.second_id,
    sample: codeName("split", pair.sample, language),
    observations: decimal(Number(pair.observations)),
    defaults: decimal(Number(pair.defaults)),
    firstAuc: decimal(pair.first_auc, 3),
    secondAuc: decimal(pair.second_auc, 3),
    better: isClear(pair) ? (pair.difference > 0 ? "second" : "first") : null,
    p: pValueText(pair.p_value),
    detectable: decimal(pair.detectable, 3),
    movedShare: percent(Number(pair.moved) / Number(pair.observations)),
    safer: decimal(Number(pair.moved_safer)),
    riskier: decimal(Number(pair.moved_riskier))
  });
}
