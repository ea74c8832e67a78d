import {join} from "node:path";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {literal} from "#warehouse/engine/engine.js";

/** Observation dates: month ends from March 2017 to December 2025, 106 of them. */
export const MONTHS = {first: "2017-03-31", before: "2025-11-30", last: "2025-12-31"} as const;
/** Of each obligor: twelve years of four statements and two restatements, and movements over ten years. */
export const STATEMENTS_EACH = 50;
export const MOVEMENTS_EACH = 500;

/** Writes the statements and account movements of so many obligors as Parquet files; the same for the same number. */
export async function writeFeatureFiles(folder: string, obligors: number): Promise<void> {
  const engine = await openDuckDB(":memory:", {threads: 2, memoryLimit: "4GB"});
  try {
    const queries = {financial_statements: statements(obligors), account_transactions: movements(obligors)};
    for (const [name, query] of Object.entries(queries)) {
      await engine.run(
        `copy (${query}) to ${literal(join(folder, `${name}.parquet`))} (format parquet, compression zstd)`
      );
    }
  } finally {
    engine.close();
  }
}

const obligorId = (number: string) => `'B' || lpad(cast(${number} as varchar), 7, '0')`;

/** Amounts are whole hundreds made of one size an obligor and year; every seventh firm loses money, every fiftieth files 2019 late. */
function statements(obligors: number): string {
  const part = (name: string, prime: number, least: number, most: number) =>
    `cast(size * (${least} + (firm * ${prime} + quarter * 31 + version * 7) % (${most} - ${least})) as decimal(18, 2)) as ${name}`;
  const debt = (name: string, prime: number) =>
    `case when firm % 5 > 0 then cast(size * ((firm * ${prime} + quarter * 13) % 25) as decimal(18, 2)) end as ${name}`;
  return `with numbered as (
      select i // ${STATEMENTS_EACH} as firm, i % ${STATEMENTS_EACH} as place,
        case i % ${STATEMENTS_EACH} when 48 then 23 when 49 then 39 else i % ${STATEMENTS_EACH} end as quarter,
        cast(i % ${STATEMENTS_EACH} >= 48 as integer) as version
      from range(${obligors * STATEMENTS_EACH}) as numbers(i)
    ), dated as (
      select *, last_day(date '2014-03-01' + to_months(cast(quarter * 3 as integer))) as period_end,
        100 * (1 + (firm * 7919) % 5000) as size
      from numbered
    ), figures as (
      select firm, period_end, quarter,
        cast(period_end + cast(case when quarter % 4 = 3 then 80 else 25 end + (firm * 17) % 40 + version * 200
          + case when quarter = 23 and firm % 50 = 0 then 730 else 0 end as integer) as date) as published_date,
        ${part("revenue", 104729, 80, 200)}, ${part("cost_of_sales", 7907, 50, 140)}, ${part("operating_expense", 6007, 5, 30)},
        ${part("depreciation", 5003, 1, 9)}, ${part("interest_expense", 4001, 0, 6)}, ${part("tax", 3001, 0, 8)},
        cast(case when firm % 7 = 0 then -1 else 1 end * size * ((firm * 2003 + quarter) % 15) as decimal(18, 2)) as net_income,
        cast(size * ((firm * 1009 + quarter * 3) % 30 - 8) as decimal(18, 2)) as operating_cash_flow,
        ${part("capital_expenditure", 1013, 0, 12)}, ${part("cash", 1019, 2, 30)}, ${part("receivables", 1021, 5, 60)},
        ${part("inventory", 1031, 0, 50)}, ${part("fixed_assets", 1033, 20, 120)}, ${part("payables", 1039, 5, 50)},
        ${debt("short_term_debt", 1049)}, ${debt("long_term_debt", 1051)},
        ${part("other_liabilities", 1061, 10, 200)}, ${part("retained_earnings", 1063, 0, 60)}
      from dated
    )
    select ${obligorId("firm")} as obligor_id, period_end,
      case when quarter % 4 = 3 then 'annual' else 'year_to_date' end as period_type, 'standalone' as scope, published_date,
      firm % 3 > 0 as is_audited, revenue, cost_of_sales, operating_expense, depreciation, interest_expense, tax, net_income,
      operating_cash_flow, capital_expenditure, cash, receivables, inventory,
      cast(cash + receivables + inventory as decimal(18, 2)) as current_assets, fixed_assets,
      cast(cash + receivables + inventory + fixed_assets as decimal(18, 2)) as total_assets, payables, short_term_debt,
      cast(payables + coalesce(short_term_debt, 0) as decimal(18, 2)) as current_liabilities, long_term_debt,
      cast(payables + coalesce(short_term_debt, 0) + coalesce(long_term_debt, 0) + other_liabilities as decimal(18, 2)) as total_liabilities,
      cast(cash + receivables + inventory + fixed_assets - payables - coalesce(short_term_debt, 0) - coalesce(long_term_debt, 0)
        - other_liabilities as decimal(18, 2)) as equity,
      retained_earnings, cast(null as decimal(18, 2)) as market_value
    from figures
    order by published_date, obligor_id, period_end`;
}

/** In order of days, as books are kept; each obligor trades with thirty parties, and pays wages and tax in some months. */
function movements(obligors: number): string {
  const rows = obligors * MOVEMENTS_EACH;
  return `select 'T' || lpad(cast(i as varchar), 12, '0') as transaction_id,
      ${obligorId(`(i * 7919) % ${obligors}`)} as obligor_id,
      date '2016-01-01' + cast(i * 3652 // ${rows} as integer) as transaction_date,
      case when (i // ${obligors}) % 5 in (0, 2) then 'in' else 'out' end as direction,
      case (i // ${obligors}) % 10 when 0 then 'sales' when 2 then 'sales' when 5 then 'sales' when 7 then 'loan'
        when 1 then 'purchase' when 3 then 'payroll' when 4 then 'tax' when 6 then 'purchase' when 8 then 'loan' else 'other' end as category,
      cast((i * 104729) % 100000000 / 100 as decimal(18, 2)) as amount,
      case when i % 4 > 0 then 'C' || lpad(cast(((i * 7919) % ${obligors} * 7 + (i // ${obligors} * 13) % 30) % 90000 as varchar), 6, '0')
        end as counterparty_id,
      cast(null as varchar) as counterparty_name,
      cast(null as varchar) as counterparty_registration_number,
      cast(((i * 1299709) % 10000000000) / 100 - 500000 as decimal(18, 2)) as balance_after
    from range(${rows}) as numbers(i)
    order by i`;
}
