import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {rowsOf} from "#warehouse/engine/columns.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {ownFolder, runSmallBank, smallBank} from "../support/smallBank.js";

/** 99.9 % points of chi-square with 1 .. 9 degrees of freedom (scipy 1.17.1: scipy.stats.chi2.ppf(0.999, df)). */
const CRITICAL = [10.827566, 13.815511, 16.266236, 18.466827, 20.515006, 22.457744, 24.321886, 26.124482, 27.877165];

const LEAST_EXPECTED = 5;

describe("realised defaults by grade", () => {
  const state = ownFolder("truth");

  beforeAll(async () => {
    await runSmallBank(state);
  });

  it("agree with the true PDs given the realised factors: one joint test at 0.1 %, seed 1", async () => {
    const {truthFile} = await smallBank();
    const engine = await openDuckDB(join(state, "demo", "warehouse.duckdb"), {readOnly: true});
    try {
      const byGrade = rowsOf<{defaults: bigint; expected: number; variance: number}>(
        await engine.columns(`
          select
            count(*) filter (where targets.defaulted) as defaults,
            cast(sum(cast(truth.pd_given_path as decimal(28, 15))) as double) as expected,
            cast(sum(cast(truth.pd_given_path * (1 - truth.pd_given_path) as decimal(28, 15))) as double) as variance
          from score_ratings as ratings
          inner join target_default as targets using (obligor_id, observation_date)
          inner join read_parquet('${truthFile}') as truth
            on ratings.obligor_id = truth.obligor_id and ratings.observation_date = truth.month_end
          where month(ratings.observation_date) = 12 and targets.defaulted is not null
          group by ratings.grade, ratings.grade_order
          order by ratings.grade_order`)
      );
      const cells = pooled(byGrade.map((row) => ({...row, defaults: Number(row.defaults)})));
      expect(cells.length).toBeGreaterThanOrEqual(3);
      const statistic = cells.reduce(
        (sum, {defaults, expected, variance}) => sum + (defaults - expected) ** 2 / variance,
        0
      );
      expect(statistic).toBeLessThan(CRITICAL[cells.length - 1]!);
      // The test can fail: PDs twice as high do not pass it.
      const wrong = cells.reduce(
        (sum, {defaults, expected, variance}) => sum + (defaults - 2 * expected) ** 2 / variance,
        0
      );
      expect(wrong).toBeGreaterThan(CRITICAL[cells.length - 1]!);
    } finally {
      engine.close();
    }
  });
});

interface Cell {
  readonly defaults: number;
  readonly expected: number;
  readonly variance: number;
}

/** Neighbouring grades together until each cell expects enough defaults for the normal approximation. */
function pooled(cells: readonly Cell[]): Cell[] {
  const out: Cell[] = [];
  let open: Cell | null = null;
  for (const cell of cells) {
    const sum: Cell = {
      defaults: cell.defaults + (open?.defaults ?? 0),
      expected: cell.expected + (open?.expected ?? 0),
      variance: cell.variance + (open?.variance ?? 0)
    };
    open = sum.expected >= LEAST_EXPECTED ? null : sum;
    if (open === null) out.push(sum);
  }
  if (open !== null && out.length > 0) {
    const last = out.pop()!;
    out.push({
      defaults: last.defaults + open.defaults,
      expected: last.expected + open.expected,
      variance: last.variance + open.variance
    });
  }
  return out;
}
