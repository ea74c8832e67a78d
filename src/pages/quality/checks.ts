import {martQualityChecks} from "#warehouse/marts/mart_quality_checks.js";
import {dataTable} from "../../components/dataTable.js";
import {markup, type Html} from "../../components/html.js";
import {checkRows, type CheckRow} from "../../findings/quality.js";
import type {Site} from "../../findings/site.js";
import {decimal, percent} from "../../format/number.js";
import {codeName} from "../../i18n/members.js";
import {WORDS} from "../../i18n/words.js";
import {scrolling, section} from "./section.js";

/** What does not pass, and all that was checked. */
export function checksSection(site: Site): Html {
  const words = WORDS[site.language];
  const rows = checkRows(site);
  if (rows.length === 0) return section("checks", words.checks, markup`<p>${words.noChecks}</p>`);
  const failing = rows.filter(({verdict}) => verdict !== "pass");
  const shown =
    failing.length === 0
      ? markup`<p>${words.allPass}</p>`
      : scrolling("checks-title", tableOf(site, failing, words.checks));
  const all = markup`<details><summary>${words.allChecks}</summary>${scrolling("checks-title", tableOf(site, rows, words.allChecks), true)}</details>`;
  return section("checks", words.checks, markup`${shown}${all}`);
}

function tableOf(site: Site, rows: readonly CheckRow[], caption: string): Html {
  const {language} = site;
  const words = WORDS[language];
  return dataTable(
    rows,
    [
      {heading: words.check, cell: ({check_id: id}) => markup`<code>${id}</code>`},
      {heading: words.kind, cell: ({kind}) => codeName("checkKind", kind, language)},
      {
        heading: words.verdict,
        cell: ({verdict}) => codeName("verdict", verdict, language),
        classOf: ({verdict}) => (verdict === "pass" ? "" : "bad")
      },
      {heading: words.measured, isNumber: true, cell: (row) => measureText(row.measured, row, site)},
      {heading: words.tolerated, isNumber: true, cell: (row) => measureText(row.tolerated, row, site)},
      {
        heading: words.failingOf,
        isNumber: true,
        cell: ({rows_failing: failing, rows_checked: checked}) => `${decimal(failing)} / ${decimal(checked)}`
      },
      {heading: words.where, cell: ({compared, places}) => placeText(compared ?? places ?? null)}
    ],
    {caption, mart: martQualityChecks.name, isTitled: true}
  );
}

function placeText(place: string | null): Html | null {
  return place === null ? null : markup`<code class="hash">${place}</code>`;
}

/** Days for freshness, a ratio for volume, breaks for control totals; shares otherwise. */
function measureText(value: number | null, {kind}: CheckRow, {language}: Site): string {
  if (value === null) return WORDS[language].absent;
  if (kind === "freshness" || kind === "control") return decimal(value);
  return kind === "volume" ? decimal(value, 2) : percent(value, 2);
}
