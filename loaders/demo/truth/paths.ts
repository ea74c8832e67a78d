import {DUE_DAY, HISTORY_MONTHS, LAST_MONTH, dayOf} from "../calendar.js";
import {STREAM, type Draws} from "../draws.js";
import {normalCdf} from "#models/numerics/normal.js";
import type {Factors} from "./factors.js";
import type {Truth} from "./parameters.js";
import {qualityOf} from "./quality.js";

/** Where an obligor stands in the world, as far as its path depends on it. */
export interface Traits {
  readonly item: number;
  readonly section: number;
  readonly quality: number;
  /** Month in which the bank took the obligor on; negative before the books begin. */
  readonly onboarded: number;
}

/** A missed instalment of an episode: the first month whose instalment is late, and when all of it is cured. */
export interface Episode {
  readonly first: number;
  /** Months whose instalments are paid late; null when they are never paid. */
  readonly length: number | null;
  /** Day of the month after the last late one on which all arrears are paid. */
  readonly cureDay: number;
}

/** What an obligor paid and when: all that its latent index does to the bank's own books. Arrays begin at `from`. */
export interface Payments {
  readonly from: number;
  /** Last month at whose end the obligor is in the book. */
  readonly to: number;
  /** At each month end, months since the open episode began; 0 without one. */
  readonly ages: Uint8Array;
  readonly episodes: readonly Episode[];
  /** Month in which all is repaid, if the obligor leaves. */
  readonly left: number | null;
  readonly writtenOff: number | null;
  readonly defaultDay: number | null;
  /** Day of a bankruptcy filing or distressed restructuring that made the default. */
  readonly distressDay: number | null;
}

/** The life of one obligor; months are absolute. */
export interface Path {
  readonly index: Float64Array;
  readonly payments: Payments;
}

/** Simulates one obligor: its index from `HISTORY_MONTHS` before the bank's first sight of it, then its payments. */
export function pathOf(draws: Draws, truth: Truth, factors: Factors, traits: Traits): Path {
  const from = Math.max(0, traits.onboarded) - HISTORY_MONTHS;
  const index = indexPath(draws, truth, factors, traits, from);
  return {index, payments: {from, ...paymentPath(draws, truth, traits, from, index)}};
}

function indexPath(draws: Draws, truth: Truth, {levels}: Factors, traits: Traits, from: number): Float64Array {
  const {persistence, ownSd} = truth;
  const innovationSd = ownSd * Math.sqrt(1 - persistence * persistence);
  const level = levels[traits.section]!;
  const mean = qualityOf(truth, traits.quality);
  const index = new Float64Array(LAST_MONTH + 1 - from);
  let own = ownSd * draws.normal(STREAM.own, traits.item, 0);
  for (let k = 0; k < index.length; k++) {
    if (k > 0) own = persistence * own + innovationSd * draws.normal(STREAM.own, traits.item, k);
    index[k] = mean + level[from + k + HISTORY_MONTHS]! + own;
  }
  return index;
}

function paymentPath(
  draws: Draws,
  truth: Truth,
  traits: Traits,
  from: number,
  index: Float64Array
): Omit<Payments, "from"> {
  const ages = new Uint8Array(index.length);
  const episodes: Episode[] = [];
  let month = traits.onboarded < 0 ? 0 : traits.onboarded + 1;
  while (month <= LAST_MONTH) {
    if (draws.uniform(STREAM.leaving, traits.item, month) < truth.leavingRate) {
      return {ages, episodes, to: month - 1, left: month, writtenOff: null, defaultDay: null, distressDay: null};
    }
    const hazard = normalCdf(truth.hazardIntercept - truth.hazardSlope * index[month - from]!);
    if (draws.uniform(STREAM.shock, traits.item, month) >= hazard) {
      month++;
      continue;
    }
    const episode = episodeAt(draws, truth, traits.item, month);
    episodes.push(episode);
    if (episode.length === null) return fatalEnd(draws, truth, traits.item, from, ages, episodes, month);
    for (let k = 0; k < episode.length && month + k <= LAST_MONTH; k++) ages[month + k - from] = k + 1;
    month += episode.length;
  }
  return {ages, episodes, to: LAST_MONTH, left: null, writtenOff: null, defaultDay: null, distressDay: null};
}

function episodeAt(draws: Draws, {fatalShare, lengthShares}: Truth, item: number, month: number): Episode {
  if (draws.uniform(STREAM.fatal, item, month) < fatalShare) return {first: month, length: null, cureDay: 0};
  const u = draws.uniform(STREAM.length, item, month);
  const length = u < lengthShares[0] ? 1 : u < lengthShares[0] + lengthShares[1] ? 2 : 3;
  return {first: month, length, cureDay: 1 + Math.floor(12 * draws.uniform(STREAM.cure, item, month))};
}

/** Days past due beyond which an instalment is a default. */
const DEFAULT_DAYS_PAST_DUE = 91;

function fatalEnd(
  draws: Draws,
  {lagShares}: Truth,
  item: number,
  from: number,
  ages: Uint8Array,
  episodes: readonly Episode[],
  month: number
): Omit<Payments, "from"> {
  const u = draws.uniform(STREAM.distress, item, month);
  const lag = u < lagShares[0] ? 1 : u < lagShares[0] + lagShares[1] ? 2 : 3;
  const day = 1 + Math.floor(27 * draws.uniform(STREAM.distress, item, month + 1000));
  const distressDay = lag < 3 ? dayOf(month + lag, day) : null;
  const writeOff = month + lag + 11 + Math.floor(3 * draws.uniform(STREAM.writeOff, item, month));
  const to = Math.min(LAST_MONTH, writeOff - 1);
  for (let m = month; m <= to; m++) ages[m - from] = m - month + 1;
  const defaultDay = distressDay ?? dayOf(month, DUE_DAY) + DEFAULT_DAYS_PAST_DUE;
  return {
    ages,
    episodes,
    to,
    left: null,
    writtenOff: writeOff <= LAST_MONTH ? writeOff : null,
    defaultDay: defaultDay <= dayOf(LAST_MONTH + 1, 0) ? defaultDay : null,
    distressDay: distressDay !== null && distressDay <= dayOf(LAST_MONTH + 1, 0) ? distressDay : null
  };
}
