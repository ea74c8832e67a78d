import {numbersOf, rowsOf} from "#warehouse/engine/columns.js";
import {UserError} from "#warehouse/engine/userError.js";
import {withWarehouse, type WarehouseRequest} from "./quarantine/warehouse.js";
import {sqlOf} from "./sql/sqlOf.js";

/** How the projections of one year fared, so many quarters ahead. */
export interface BacktestYear {
  readonly basis: string;
  /** `train`: the model learned from dates like these; `test`: it has not seen them. */
  readonly sample: string;
  readonly year: number;
  readonly quarter: number;
  readonly outcomes: number;
  /** Share of outcomes within their interval. */
  readonly coverage: number;
  readonly below: number;
  /** In quarterly sales. */
  readonly bias: number;
  readonly error: number;
  /** Of the same quarter of the year before; null where none was known. */
  readonly naive_error: number | null;
  /** Share that the interval is meant to hold. */
  readonly nominal: number;
}

export interface DebtServiceYear {
  readonly year: number;
  readonly quarter: number;
  /** Debt service projected to instalments that fell due. */
  readonly projected_to_due: number | null;
}

export interface ForecastBacktest {
  readonly cash: readonly BacktestYear[];
  readonly debtService: readonly DebtServiceYear[];
}

/** The backtest of the last run. Throws a UserError where no run has made one. */
export async function forecastBacktest(request: WarehouseRequest): Promise<ForecastBacktest> {
  return await withWarehouse(request, async (engine) => {
    const found = await engine.columns(
      "select count(*) as tables from information_schema.tables where table_name in ('score_projection_backtest', 'score_debt_service_backtest')"
    );
    if (numbersOf(found, "tables")[0] !== 2) {
      throw new UserError(
        `${request.sourceId}: no projection has been made yet; run "loanscape run --source ${request.sourceId}" first`
      );
    }
    const years = async <Row>(name: string) => rowsOf<Row>(await engine.columns(sqlOf(name)));
    const plain = <Row extends object>(row: Row): Row =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, typeof value === "bigint" ? Number(value) : value])
      ) as Row;
    return {
      cash: (await years<BacktestYear>("forward_backtest_years")).map(plain),
      debtService: (await years<DebtServiceYear>("forward_debt_backtest_years")).map(plain)
    };
  });
}
