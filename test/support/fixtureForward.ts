import type {BankKind} from "./fixtureBook.js";
import type {Row} from "./fixtureSnapshot.js";

const QUARTER_ENDS = ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"];

/** Projections and their backtest, as the pipeline would make them: none of a bank without exposures. */
export function fixtureForward(kind: BankKind): Readonly<Record<string, readonly Row[]>> {
  if (kind !== "worsening" && kind !== "improving") return {};
  const short = kind === "worsening" ? 300 : 120;
  return {
    mart_cash_outlook: QUARTER_ENDS.map((quarter_end, index) => ({
      quarter: index + 1,
      quarter_end,
      obligors: 2900,
      covered: 2400,
      short: short + 10 * index,
      surely_short: 40 + index,
      short_share: (short + 10 * index) / 2400,
      debt_service: 9e8 - 1e8 * index
    })),
    mart_cash_projections: [
      projected("R00001", "statements", [-40, 20, 80], 100),
      projected("R00002", "account_flows", [20, 70, 130], 100),
      projected("R00003", "statements", [90, 150, 220], 100),
      projected("R00004", null, null, 100)
    ].flat(),
    mart_projection_backtest: ["account_flows", "statements"].flatMap((basis) =>
      [2019, 2020, 2021, 2022, 2023, 2024].flatMap((year) =>
        [1, 2, 3, 4].map((quarter) => {
          const inside = 790 + 5 * quarter + (year % 3) + (basis === "statements" ? 0 : 10);
          return {
            basis,
            year,
            quarter,
            sample: year <= 2020 ? "train" : "test",
            outcomes: 1000,
            inside,
            below: 100,
            nominal_share: 0.8,
            coverage_share: inside / 1000,
            bias_ratio: 0.002 * (year - 2021),
            error_ratio: 0.045,
            naive_error_ratio: quarter === 4 ? null : 0.061
          };
        })
      )
    )
  };
}

function projected(
  obligor_id: string,
  basis: string | null,
  flow: readonly [number, number, number] | null,
  due: number
) {
  return QUARTER_ENDS.map((quarter_end, index) => {
    const [low, mid, high] = (flow ?? [null, null, null]).map((value) => (value === null ? null : value * 1000));
    const service = 1000 * due - 100 * index;
    const cover = (value: number | null | undefined) =>
      value === null || value === undefined ? null : value / service;
    return {
      obligor_id,
      quarter: index + 1,
      quarter_end,
      name: `Firm ${obligor_id}`,
      grade: "BBB",
      basis,
      low: low ?? null,
      operating_cash_flow: mid ?? null,
      high: high ?? null,
      debt_service: service,
      cover_low_ratio: cover(low),
      cover_ratio: cover(mid),
      cover_high_ratio: cover(high)
    };
  });
}
