import {martBinStability} from "#warehouse/marts/mart_bin_stability.js";
import {martCharacteristicBins} from "#warehouse/marts/mart_characteristic_bins.js";
import {compactTable} from "../../components/compactTable.js";
import {markup, type Html, type Part} from "../../components/html.js";
import {WoeBar} from "../../components/WoeBar.js";
import type {ExperimentRow} from "../../findings/lab.js";
import {characteristicsOf, type BinYear, type Characteristic, type ScoredBin} from "../../findings/scorecard.js";
import type {Site} from "../../findings/site.js";
import {decimal, percent, probability} from "../../format/number.js";
import {LAB} from "../../i18n/lab/words.js";
import {section} from "../quality/section.js";
import {featureName} from "./featureName.js";
import {binText} from "./binText.js";

/** The points of every bin, and how the bins held; nothing for models without points. */
export function scorecardSection(site: Site, row: ExperimentRow): Html | null {
  if (row.method !== "scorecard") return null;
  const words = LAB[site.language];
  const characteristics = characteristicsOf(site, row);
  const largest = Math.max(0, ...characteristics.flatMap(({bins}) => bins.map(({woe}) => Math.abs(woe))));
  const entries = characteristics.map((each, place) => entryOf(site, each, `bins-${place}`, largest));
  return section("scorecard", words.scorecard, markup`<p>${words.scorecardNote}</p>${entries}`);
}

function entryOf(site: Site, characteristic: Characteristic, id: string, largest: number): Html {
  const scrolled = (table: Html) =>
    markup`<div class="scroll" tabindex="0" role="region" aria-labelledby="${id}">${table}</div>`;
  const years = characteristic.years.length === 0 ? null : scrolled(yearsTable(site, characteristic));
  return markup`<div class="characteristic"><h3><span id="${id}">${featureName(site, characteristic)}</span></h3><div class="pair">${scrolled(binsTable(site, characteristic, largest))}${years}</div></div>`;
}

function binsTable(site: Site, characteristic: Characteristic, largest: number): Html {
  const words = LAB[site.language];
  return compactTable({
    caption: `${words.points} · ${words.woe}`,
    mart: martCharacteristicBins.name,
    headings: [words.bin, words.observations, words.defaults, words.rate, words.woe, words.points],
    rows: characteristic.bins.map((bin: ScoredBin) => [
      binText(site, bin, characteristic),
      decimal(Number(bin.observations)),
      decimal(Number(bin.defaults)),
      bin.odr === null ? "" : probability(bin.odr),
      markup`${WoeBar(bin.woe, largest)} ${decimal(bin.woe, 2)}`,
      markup`<b>${decimal(bin.points)}</b>`
    ])
  });
}

/** Years as rows, bins as columns; each cell the share of the bin and its default rate. */
function yearsTable(site: Site, {bins, years, ...rest}: Characteristic): Html {
  const words = LAB[site.language];
  const held = bins.filter(({bin_order: order}) => years.some((at) => at.bin_order === order && at.share > 0));
  const rows = [...new Set(years.map(({year}) => year))].sort();
  return compactTable({
    caption: words.byYear,
    mart: martBinStability.name,
    headings: [words.year, words.psi, ...held.map((bin) => binText(site, bin, {...rest, bins, years}))],
    rows: rows.map((year) => {
      const at = years.filter((each) => each.year === year);
      return [String(year), psiText(at[0]), ...held.map(({bin_order: order}) => cellOf(site, at, order))];
    })
  });
}

function psiText(at: BinYear | undefined): Part {
  if (at === undefined || at.psi === null) return "";
  const isFar = at.psi_critical !== null && at.psi > at.psi_critical;
  return isFar ? markup`<b>${decimal(at.psi, 3)}</b>` : decimal(at.psi, 3);
}

function cellOf({language}: Site, at: readonly BinYear[], order: number): Part {
  const bin = at.find((each) => each.bin_order === order);
  if (bin === undefined || bin.odr === null) return "";
  const crossed = bin.is_crossed ? markup`<abbr title="${LAB[language].crossed}">†</abbr>` : null;
  return markup`${percent(bin.share, 0)} <span class="muted">${probability(bin.odr)}</span>${crossed}`;
}
