import {cpSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {parse, stringify} from "yaml";
import {logistic} from "#models/numerics/logisticFunction.js";
import {randomOf} from "#models/numerics/random.js";
import {readSettings, type Settings} from "#pipeline/settings/settings.js";
import {silentProgress} from "#pipeline/progress.js";
import {
  booleans,
  columnsFrom,
  dates,
  doubles,
  epochDays,
  integers,
  varchars,
  type Columns
} from "#warehouse/engine/columns.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {ownFolder} from "./smallBank.js";

/** A warehouse of the demo bank with a few planted features, policies and a spec of their own: small enough to train on in a second. */
export interface LabBank {
  readonly settings: Settings;
  readonly policies: string;
  /** Writes a spec that differs from the usual one in what is given, and returns its file. */
  spec(changes?: Readonly<Record<string, unknown>>): string;
  /** Replaces the rules of the validation policy, but for one of the level that is never missed. */
  judgeBy(rules: readonly object[]): void;
  readonly task: {
    readonly settings: Settings;
    readonly progress: typeof silentProgress;
    readonly signal: AbortSignal;
    readonly now: () => Date;
  };
}

export const FEATURES = [
  {table: "feat_statements", columns: ["current_ratio", "inventory_days"]},
  {table: "feat_repayments", columns: ["days_past_due"]},
  {table: "feat_facilities", columns: ["utilisation_share"]}
] as const;

/** A level that no model misses, for a policy must judge one. */
const ANY_LEVEL = {test: "jeffreys", bound: "at_least", watch: 0, fail: 0};

/** Rules that a model with any sense passes. */
const LENIENT = [{test: "auc_pd", bound: "at_least", watch: 0.55, fail: 0.5, minimum_events: 5}];

const YEARS = [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];

export async function labBank({obligors = 500, seed = 1} = {}): Promise<LabBank> {
  const folder = ownFolder("lab");
  const [state, policies] = [join(folder, "state"), join(folder, "policy")];
  await writeWarehouse(join(state, "demo"), bookOf(obligors, seed));
  cpSync("data/policy", policies, {recursive: true});
  change(join(policies, "rating", "1999-01-01.yaml"), {
    features: FEATURES,
    ridge: {candidates: [1], folds: 2},
    training_cohort_months: 12
  });
  const judgeBy = (rules: readonly object[]) =>
    change(join(policies, "validation", "1999-01-01.yaml"), {rules: [...rules, ANY_LEVEL], bootstrap_replicates: 0});
  judgeBy(LENIENT);
  const settings = readSettings({state, policies, out: join(folder, "out"), threads: 1}, {}, undefined);
  let specs = 0;
  return {
    settings,
    policies,
    judgeBy,
    spec(changes = {}) {
      const file = join(folder, `spec-${++specs}.yaml`);
      writeFileSync(file, stringify({...SPEC, ...changes}));
      return file;
    },
    task: {
      settings,
      progress: silentProgress,
      signal: new AbortController().signal,
      now: () => new Date("2026-01-31T12:00:00Z")
    }
  };
}

export const SPEC = {
  model: "small",
  title: {en: "Small", zh: "小"},
  purpose: {en: "A test", zh: "测试"},
  population: {from: "warehouse", source: "demo", cohort_months: 12, features: FEATURES},
  method: {kind: "scorecard", prebins: 12, max_bins: 4, min_events: 5},
  tuning: {folds: 2, rungs: [1], keep: 0.5},
  evaluation: {folds: 2, repeats: 1},
  split: {
    kind: "out_of_time",
    train_until: "2019-12-31",
    validate: {from: "2020-12-31", until: "2020-12-31"},
    test_from: "2021-12-31"
  },
  seed: 1
};

export function change(file: string, changes: Readonly<Record<string, unknown>>): void {
  writeFileSync(file, stringify({...(parse(readFileSync(file, "utf8")) as object), ...changes}));
}

interface BookRow {
  readonly obligor: string;
  readonly year: number;
  readonly currentRatio: number;
  readonly inventoryDays: number;
  readonly daysPastDue: number;
  readonly utilisation: number;
  readonly isInDefault: boolean;
  readonly defaulted: boolean | null;
}

/** Obligors year by year: riskier with utilisation, arrears and a low current ratio; stocks say nothing, and every ninth ratio is missing. */
function bookOf(obligors: number, seed: number): BookRow[] {
  const random = randomOf(seed);
  const inDefault = new Set<number>();
  return YEARS.flatMap((year) =>
    Array.from({length: obligors}, (_, index): BookRow => {
      const [ratio, stocks, late, used, chance] = [random(), random(), random(), random(), random()];
      const isInDefault = inDefault.delete(index);
      const days = late > 0.85 ? Math.round(200 * (late - 0.85)) : 0;
      const hit = chance < logistic(-5.3 + 3 * used + 0.08 * days - 2 * (ratio - 0.5));
      if (hit && !isInDefault) inDefault.add(index);
      return {
        obligor: `O${String(index).padStart(4, "0")}`,
        year,
        currentRatio: index % 9 === 0 ? NaN : 0.5 + 2 * ratio,
        inventoryDays: 400 * stocks,
        daysPastDue: days,
        utilisation: used,
        isInDefault,
        defaulted: isInDefault || year === YEARS.at(-1) ? null : hit
      };
    })
  );
}

async function writeWarehouse(folder: string, book: readonly BookRow[]): Promise<void> {
  mkdirSync(folder, {recursive: true});
  const sorted = book.toSorted((a, b) => a.year - b.year || (a.obligor < b.obligor ? -1 : 1));
  const numbers = (pick: (row: BookRow) => number) => doubles(Float64Array.from(sorted, pick));
  const keys = {
    obligor_id: varchars(sorted.map(({obligor}) => obligor)),
    observation_date: dates(sorted.map(({year}) => epochDays(`${year}-12-31`)))
  };
  const tables: Readonly<Record<string, Columns>> = {
    feat_observations: columnsFrom(keys),
    feat_profiles: columnsFrom({
      ...keys,
      industry_code: varchars(sorted.map(({obligor}) => (obligor < "O0100" ? "F5100" : "C1300")))
    }),
    feat_statements: columnsFrom({
      ...keys,
      current_ratio: numbers((row) => row.currentRatio),
      inventory_days: numbers((row) => row.inventoryDays)
    }),
    feat_repayments: columnsFrom({...keys, days_past_due: integers(sorted.map(({daysPastDue}) => daysPastDue))}),
    feat_facilities: columnsFrom({...keys, utilisation_share: numbers((row) => row.utilisation)}),
    target_default: columnsFrom({
      ...keys,
      is_in_default: booleans(sorted.map(({isInDefault}) => isInDefault)),
      defaulted: booleans(sorted.map(({defaulted}) => defaulted))
    }),
    policy_default: columnsFrom({performance_window_months: integers([12])}),
    load_batches: columnsFrom({batch_id: varchars(["1"])}),
    quarantine: columnsFrom({replayed_in: varchars(["1"])})
  };
  const engine = await openDuckDB(join(folder, "warehouse.duckdb"), {threads: 1});
  try {
    for (const [name, columns] of Object.entries(tables)) await engine.write(name, columns);
  } finally {
    engine.close();
  }
}
