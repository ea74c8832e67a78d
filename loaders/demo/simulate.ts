import type {Engine} from "#warehouse/engine/engine.js";
import {facilitiesOf, singleNameLimit} from "./bank/facilities.js";
import {firmOf, type Firm} from "./bank/firms.js";
import {ledgerOf} from "./bank/ledger.js";
import {records} from "./bank/records.js";
import {HISTORY_MONTHS, monthEnd} from "./calendar.js";
import {STREAM, type Draws} from "./draws.js";
import {truthTally, type TruthTally} from "./truth/tally.js";
import type {Factors} from "./truth/factors.js";
import type {Truth} from "./truth/parameters.js";
import {pathOf, type Path, type Traits} from "./truth/paths.js";
import {truePds, type TruePds} from "./truth/pdTables.js";

const BATCH = 5_000;

export interface World {
  readonly draws: Draws;
  readonly truth: Truth;
  readonly factors: Factors;
  readonly obligors: number;
}

/** Simulates every obligor and writes its books, payments and truth into the database, a batch at a time. */
export async function simulate(engine: Engine, world: World, onProgress: (line: string) => void): Promise<TruthTally> {
  const pds = truePds(world.truth, world.factors);
  const tally = truthTally();
  const tables = records();
  for (let start = 0; start < world.obligors; start += BATCH) {
    const end = Math.min(start + BATCH, world.obligors);
    for (let item = start; item < end; item++) simulateObligor(world, item, pds, tables, tally);
    await tables.flush(engine);
    onProgress(`simulated ${end} of ${world.obligors} obligors`);
  }
  return tally;
}

function simulateObligor(
  world: World,
  item: number,
  pds: TruePds,
  tables: ReturnType<typeof records>,
  tally: TruthTally
): void {
  const {draws, truth, factors} = world;
  const firm = firmOf(draws, item);
  const quality = Math.floor(draws.uniform(STREAM.quality, item, 0) * truth.qualityClasses);
  const traits: Traits = {item, section: firm.section, quality, onboarded: firm.onboarded};
  const path = pathOf(draws, truth, factors, traits);
  recordTruth(traits, path, pds, tables, tally);
  const books = ledgerOf(draws, firm, path.index, path.payments.ages);
  recordBank(world, firm, path, books, tables);
}

function recordBank(
  {draws, obligors}: World,
  firm: Firm,
  {payments}: Path,
  books: ReturnType<typeof ledgerOf>,
  tables: ReturnType<typeof records>
): void {
  const from = Math.max(0, firm.onboarded);
  tables.addFirm(firm, from, payments);
  const lived = books.slice(0, payments.to - payments.from + 1);
  lived.forEach((month, k) => tables.ledger.add({item: firm.item, month: from - HISTORY_MONTHS + k, ...month}));
  for (const facility of facilitiesOf(draws, firm, payments, books, singleNameLimit(obligors)))
    tables.addFacility(draws, firm, facility, payments);
  tables.addPayments(draws, firm.item, payments);
}

function recordTruth(
  traits: Traits,
  {index, payments}: Path,
  pds: TruePds,
  tables: ReturnType<typeof records>,
  tally: TruthTally
): void {
  const {defaultDay, from, to} = payments;
  if (defaultDay !== null) tables.trueDefault.add({item: traits.item, day: defaultDay});
  for (let month = Math.max(0, traits.onboarded); month <= to; month++) {
    const isPerforming = defaultDay === null || defaultDay > monthEnd(month);
    const age = Math.min(3, payments.ages[month - from]!) as 0 | 1 | 2 | 3;
    const standing = {quality: traits.quality, section: traits.section, month, index: index[month - from]!, age};
    const integrated = isPerforming ? pds.integrated(standing) : 1;
    const givenPath = isPerforming ? pds.givenPath(standing) : 1;
    tables.truePd.add({
      item: traits.item,
      month,
      pd_integrated: integrated,
      pd_given_path: givenPath,
      is_performing: isPerforming ? 1 : 0
    });
    if (isPerforming) {
      const defaults = defaultDay !== null && defaultDay <= monthEnd(month + 12);
      tally.add(month, integrated, givenPath, defaults);
    }
  }
}
