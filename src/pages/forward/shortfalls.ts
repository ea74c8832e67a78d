import {martCashProjections} from "#warehouse/marts/mart_cash_projections.js";
import {dataTable} from "../../components/dataTable.js";
import {markup, type Html} from "../../components/html.js";
import {shortfalls, showsProjections, type ProjectionRow} from "../../findings/forward.js";
import type {Site} from "../../findings/site.js";
import {day} from "../../format/date.js";
import {decimal} from "../../format/number.js";
import {valueText} from "../../format/value.js";
import {memberName} from "../../i18n/members.js";
import {FORWARD} from "../../i18n/sentences/forward.js";
import {WORDS} from "../../i18n/words.js";
import {scrolling, section} from "../quality/section.js";

const SHOWN = 60;

/** Obligors whose projected cash flow falls short of what is due, the surest first. */
export function shortfallSection(site: Site): Html {
  const {language, reading} = site;
  const say = FORWARD[language];
  if (!showsProjections(site)) return section("shortfalls", say.shortfalls, markup`<p>${say.withheld}</p>`);
  const found = shortfalls(site);
  if (found.length === 0) return section("shortfalls", say.shortfalls, markup`<p>${say.noShortfalls}</p>`);
  const rows = found.slice(0, SHOWN);
  const amount = (value: number | null) => valueText(value, "currency", reading);
  const cover = (value: number | null) => (value === null ? WORDS[language].absent : decimal(value, 2));
  const table = dataTable<ProjectionRow>(
    rows,
    [
      {heading: say.obligor, cell: ({name, obligor_id: id}) => name ?? id},
      {heading: WORDS[language].grade, cell: ({grade}) => memberName("grade", grade, language)},
      {heading: say.quarterEnd, cell: ({quarter_end: end}) => day(end, language)},
      {heading: say.basis, cell: ({basis}) => say.bases[basis ?? ""] ?? WORDS[language].absent},
      {
        heading: say.cashFlow,
        isNumber: true,
        cell: (row) => amount(row.operating_cash_flow),
        sortBy: (row) => row.operating_cash_flow
      },
      {
        heading: say.interval,
        isNumber: true,
        cell: ({low, high}) =>
          markup`<span class="whole">${amount(low)}</span> – <span class="whole">${amount(high)}</span>`,
        sortBy: ({low}) => low
      },
      {heading: say.due, isNumber: true, cell: (row) => amount(row.debt_service), sortBy: (row) => row.debt_service},
      {heading: say.cover, isNumber: true, cell: (row) => cover(row.cover_ratio), sortBy: (row) => row.cover_ratio},
      {
        heading: say.coverHigh,
        isNumber: true,
        cell: (row) => cover(row.cover_high_ratio),
        sortBy: (row) => row.cover_high_ratio
      }
    ],
    {caption: say.shortfalls, mart: martCashProjections.name, isTitled: true, isSortable: true}
  );
  const body = markup`<p>${say.shortfallsNote}</p>${scrolling("shortfalls-title", table, rows.length > 20)}`;
  return section("shortfalls", say.shortfalls, body);
}
