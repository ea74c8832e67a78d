import {join} from "node:path";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {literal} from "#warehouse/engine/engine.js";

export const OBLIGORS = 20_000;

/**
 * Writes a folder for each format with the obligors (CSV) and transactions in number order. One row in 10,000 breaks a rule that the engine's
 * own reader can bear: a sign, a code, a reference, a repeated key.
 */
export async function writeTransactions(folder: string, rows: number): Promise<void> {
  const engine = await openDuckDB(":memory:", {threads: 2, memoryLimit: "4GB"});
  try {
    for (const format of ["csv", "parquet"]) {
      await engine.run(`copy (${obligors()}) to ${literal(join(folder, format, "obligors.csv"))} (format csv, header)`);
      const path = literal(join(folder, format, `account_transactions.${format}`));
      const options = format === "csv" ? "format csv, header" : "format parquet, compression zstd";
      await engine.run(`copy (${transactions(rows)}) to ${path} (${options})`);
    }
  } finally {
    engine.close();
  }
}

function obligors(): string {
  return `select 'B' || lpad(cast(i as varchar), 7, '0') as obligor_id, date '2016-01-31' as valid_from,
    date '2016-01-31' as published_date from range(${OBLIGORS}) as numbers(i)`;
}

function transactions(rows: number): string {
  return `select
      'T' || lpad(cast(i - (i % 40000 = 30001)::bigint as varchar), 12, '0') as transaction_id,
      case when i % 40000 = 20001 then 'X' else 'B' end || lpad(cast((i * 7919) % ${OBLIGORS} as varchar), 7, '0') as obligor_id,
      date '2017-01-01' + cast(i * 3200 // ${rows} as integer) as transaction_date,
      case when i % 40000 = 10001 then 'sideways' when i % 3 = 0 then 'in' else 'out' end as direction,
      ['sales', 'purchase', 'payroll', 'tax', 'loan', 'other'][i % 6 + 1] as category,
      cast((case when i % 40000 = 1 then -1 else (i * 104729) % 100000000 end) / 100 as decimal(18, 2)) as amount,
      case when i % 4 > 0 then 'C' || lpad(cast((i * 31) % 90000 as varchar), 6, '0') end as counterparty_id,
      cast(null as varchar) as counterparty_name,
      cast(null as varchar) as counterparty_registration_number,
      cast(((i * 1299709) % 10000000000) / 100 as decimal(18, 2)) as balance_after
    from range(${rows}) as numbers(i)`;
}
