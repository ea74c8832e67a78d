import {martCashOutlook} from "#warehouse/marts/mart_cash_outlook.js";
import {dataTable} from "../../components/dataTable.js";
import {markup, type Html} from "../../components/html.js";
import type {OutlookRow} from "../../findings/forward.js";
import type {Site} from "../../findings/site.js";
import {day} from "../../format/date.js";
import {valueText} from "../../format/value.js";
import {FORWARD} from "../../i18n/sentences/forward.js";
import {scrolling, section} from "../quality/section.js";

/** How many obligors are projected to fall short of what is due, by quarter. */
export function outlookSection(site: Site): Html {
  const say = FORWARD[site.language];
  const count = (value: bigint) => valueText(Number(value), "count", site.reading);
  const table = dataTable(
    site.rows<OutlookRow>(martCashOutlook),
    [
      {heading: say.quarterEnd, cell: ({quarter_end: end}) => day(end, site.language)},
      {heading: say.covered, isNumber: true, cell: ({covered}) => count(covered)},
      {heading: say.short, isNumber: true, cell: ({short}) => count(short)},
      {heading: say.shortShare, isNumber: true, cell: (row) => valueText(row.short_share, "share", site.reading)},
      {heading: say.surelyShort, isNumber: true, cell: (row) => count(row.surely_short)},
      {heading: say.due, isNumber: true, cell: (row) => valueText(row.debt_service, "currency", site.reading)}
    ],
    {caption: say.quarters, mart: martCashOutlook.name, isTitled: true}
  );
  const body = markup`<p>${say.quartersNote}</p>${scrolling("quarters-title", table)}`;
  return section("quarters", say.quarters, body);
}
