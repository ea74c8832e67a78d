import {firmOf} from "#loaders/demo/bank/firms.js";
import {monthEnd} from "#loaders/demo/calendar.js";
import {drawsOf, STREAM} from "#loaders/demo/draws.js";
import {factorsOf} from "#loaders/demo/truth/factors.js";
import {TRUTH} from "#loaders/demo/truth/parameters.js";
import {pathOf} from "#loaders/demo/truth/paths.js";
import {truePds} from "#loaders/demo/truth/pdTables.js";

/** The performing obligors of a demo bank at one month end: PD given the path of the economy, and what came. */
export interface SmallBank {
  readonly pd: Float64Array;
  readonly defaulted: Uint8Array;
}

/** Months after the demo bank's first month end. */
const MONTH = 48;

/** The truth of a demo bank, without writing its files. */
export function smallBank(seed: number, obligors: number): SmallBank {
  const draws = drawsOf(seed);
  const factors = factorsOf(draws, TRUTH);
  const pds = truePds(TRUTH, factors);
  const [pd, defaulted]: [number[], number[]] = [[], []];
  for (let item = 0; item < obligors; item++) {
    const {section, onboarded} = firmOf(draws, item);
    const quality = Math.floor(draws.uniform(STREAM.quality, item, 0) * TRUTH.qualityClasses);
    const {index, payments} = pathOf(draws, TRUTH, factors, {item, section, quality, onboarded});
    const {defaultDay, from, to, ages} = payments;
    const isPerforming = defaultDay === null || defaultDay > monthEnd(MONTH);
    if (!isPerforming || MONTH < Math.max(0, onboarded) || MONTH > to) continue;
    const age = Math.min(3, ages[MONTH - from]!) as 0 | 1 | 2 | 3;
    pd.push(pds.givenPath({quality, section, month: MONTH, index: index[MONTH - from]!, age}));
    defaulted.push(defaultDay !== null && defaultDay <= monthEnd(MONTH + 12) ? 1 : 0);
  }
  return {pd: Float64Array.from(pd), defaulted: Uint8Array.from(defaulted)};
}
