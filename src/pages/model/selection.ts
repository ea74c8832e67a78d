import {martExperimentSelection} from "#warehouse/marts/mart_experiment_selection.js";
import {dataTable} from "../../components/dataTable.js";
import {markup, type Html} from "../../components/html.js";
import type {ExperimentRow} from "../../findings/lab.js";
import type {Site} from "../../findings/site.js";
import {decimal} from "../../format/number.js";
import {LAB} from "../../i18n/lab/words.js";
import {codeName} from "../../i18n/members.js";
import {nameText} from "../features/texts.js";
import {scrolling, section} from "../quality/section.js";

interface FateRow {
  readonly experiment_id: string;
  readonly feature: string;
  readonly fate: string;
  readonly iv: number | null;
  readonly value: number | null;
  readonly limit_value: number | null;
  readonly other_feature: string | null;
}

/** What became of each candidate feature; nothing for methods that select none. */
export function selectionSection(site: Site, {experiment_id: id}: ExperimentRow): Html | null {
  const {language} = site;
  const words = LAB[language];
  const rows = site
    .rows<FateRow>(martExperimentSelection)
    .filter((row) => row.experiment_id === id)
    .sort((a, b) => (b.iv ?? -1) - (a.iv ?? -1) || (a.feature < b.feature ? -1 : 1));
  if (rows.length === 0) return null;
  const number = (value: number | null) => (value === null ? "" : decimal(value, 3));
  const table = dataTable(
    rows,
    [
      {heading: words.feature, cell: ({feature}) => nameText(feature)},
      {heading: words.iv, isNumber: true, cell: ({iv}) => number(iv)},
      {
        heading: words.fate,
        cell: ({fate, other_feature: other}) =>
          markup`${codeName("fate", fate, language)}${other === null ? null : markup`: ${nameText(other)}`}`
      },
      {heading: words.decided, isNumber: true, cell: ({value}) => number(value)},
      {heading: words.limit, isNumber: true, cell: ({limit_value: limit}) => number(limit)}
    ],
    {caption: words.selection, mart: martExperimentSelection.name, isTitled: true}
  );
  const body = markup`<details><summary>${words.selection}</summary>${scrolling("selection-title", table, true)}</details>`;
  return section("selection", words.selection, body);
}
