import {DEFINITIONS} from "#warehouse/definitions.js";
import type {Language} from "../format/language.js";
import {typeset} from "../i18n/typeset.js";
import {WORDS} from "../i18n/words.js";
import {valueText, type Reading} from "../format/value.js";
import {markup, type Html} from "./html.js";
import type {Figure, Proof} from "./figure.js";

/** A figure as text that links to its definition and carries its proof. */
export function show(figure: Figure, reading: Reading, shown = figure.value): Html {
  const {proof} = figure;
  return markup`<a
    class="figure"
    href="./definitions#${proof.definition}"
    data-definition="${proof.definition}"
    data-mart="${proof.mart}"
    data-column="${proof.column}"
    data-rows="${proof.rows}"
    title="${proofTitle(proof, reading.language)}"
    >${valueText(shown, figure.unit, reading)}</a
  >`;
}

/** A change without its sign, for sentences whose verb says the direction. */
export function showSize(figure: Figure, reading: Reading): Html {
  return show(figure, reading, figure.value === null ? null : Math.abs(figure.value));
}

function proofTitle(proof: Proof, language: Language): string {
  const key = [proof.rowKey, ...proof.keys].flatMap((part) => Object.values(part).map(String)).join(", ");
  const sources = proof.from.length > 0 ? proof.from : [proof];
  const columns = [...new Set(sources.map(({mart, column}) => `${mart}.${column}`))].join(", ");
  const words = WORDS[language];
  const title = typeset(DEFINITIONS[proof.definition].title, language);
  return [title, columns, key, proof.model && `${words.proofModel} ${proof.model}`, `${words.proofRun} ${proof.run}`]
    .filter(Boolean)
    .join(" · ");
}
