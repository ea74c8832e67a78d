import {martComposition} from "#warehouse/marts/mart_composition.js";
import type {DefinitionId} from "#warehouse/definitions.js";
import {BESIDE, chartCard, type Widths} from "../../components/chartCard.js";
import {ShareTrend} from "../../components/charts/ShareTrend.js";
import {dataTable} from "../../components/dataTable.js";
import type {Html} from "../../components/html.js";
import {basisOf, hasHistory, type Basis} from "../../findings/book.js";
import {mixOverTime} from "../../findings/mix.js";
import type {Site} from "../../findings/site.js";
import {month} from "../../format/date.js";
import {percent} from "../../format/number.js";
import type {DimensionName} from "../../i18n/members.js";
import {WORDS} from "../../i18n/words.js";

const DEFINED: Readonly<Record<DimensionName, DefinitionId>> = {
  grade: "grade",
  industry: "industry_section",
  size: "size_class",
  region: "region",
  tier: "tier"
};

export interface MixOptions {
  readonly basis?: Basis;
  readonly widths?: Widths;
  /** Whether the title says what the shares are of, beside a card of the other basis. */
  readonly namesBasis?: boolean;
}

/** The mix of a dimension over time; null where the source lacks it, or has one date. Its table keeps one date a year, so that it can be read. */
export function mixCard(
  site: Site,
  dimension: DimensionName,
  {basis = basisOf(site), widths = BESIDE, namesBasis = false}: MixOptions = {}
): Html | null {
  const words = WORDS[site.language];
  const mart = site.mart(martComposition);
  const shares = mixOverTime(site, dimension, basis);
  if (shares.length === 0 || !hasHistory(site)) return null;
  const months = site.manifest.observationDate.slice(5, 7);
  const dates = [...new Set(shares.map(({date}) => date))].filter((date) => date.slice(5, 7) === months);
  const labels = new Map([...shares].sort((a, b) => a.order - b.order).map(({order, label}) => [order, label]));
  const shareOn = (date: string, order: number) => {
    const all = shares.filter((each) => each.date === date);
    const total = all.reduce((sum, {value}) => sum + value, 0);
    return (all.find((each) => each.order === order)?.value ?? 0) / total;
  };
  const share = basis === "drawn" ? words.shareOfExposure : words.shareOfObligors;
  const title = namesBasis ? `${words.chartMix[dimension]} · ${share}` : words.chartMix[dimension];
  const table = dataTable(
    dates,
    [
      {heading: words.date, cell: (date) => month(date, site.language)},
      ...[...labels].map(([order, heading]) => ({
        heading,
        isNumber: true,
        cell: (date: string) => percent(shareOn(date, order))
      }))
    ],
    {caption: title, mart: mart.contract.name}
  );
  return chartCard(site, {
    id: `chart-mix-${dimension}-${basis}`,
    title,
    caption: `${share}${dimension === "grade" ? words.safestBelow : ""}`,
    mart,
    definition: DEFINED[dimension],
    widths,
    draw: (options) => ShareTrend(shares, options),
    table
  });
}
