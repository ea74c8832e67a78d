import {rowsOf} from "#warehouse/engine/columns.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {literal, type Engine} from "#warehouse/engine/engine.js";

/** What may differ between two warehouses that say the same: the clock. */
const CLOCKS: Readonly<Record<string, string>> = {load_batches: "exclude (loaded_at)"};

/** The tables whose columns or rows differ between two warehouses on disk, compared row for row in both directions. */
export async function differences(path: string, reference: string): Promise<string[]> {
  const engine = await openDuckDB(path);
  try {
    await engine.run(`attach ${literal(reference)} as reference (read_only)`);
    const here = await layouts(engine, "database_name <> 'reference'");
    const there = await layouts(engine, "database_name = 'reference'");
    const names = [...new Set([...here.keys(), ...there.keys()])].sort();
    const other = names.filter((name) => here.get(name) !== there.get(name));
    const same = names.filter((name) => !other.includes(name));
    const out = [
      ...other.map((name) => `${name}: ${here.get(name) ?? "not there"} instead of ${there.get(name) ?? "nothing"}`),
      ...(same.length === 0 ? [] : await otherRows(engine, same))
    ];
    await engine.run("detach reference");
    return out;
  } finally {
    engine.close();
  }
}

async function otherRows(engine: Engine, names: readonly string[]): Promise<string[]> {
  const counts = names.map((name) => {
    const [a, b] = [`"${name}"`, `reference.main."${name}"`].map(
      (table) => `select * ${CLOCKS[name] ?? ""} from ${table}`
    );
    return `select ${literal(name)} as name, (select count(*) from (${a} except all ${b})) as more,
      (select count(*) from reference.main."${name}") - (select count(*) from "${name}") as growth`;
  });
  const counted = await engine.columns(
    `select name, more, more + growth as fewer from (${counts.join(" union all ")})
    where more > 0 or growth <> 0 order by name`
  );
  return rowsOf<{name: string; more: bigint; fewer: bigint}>(counted).map(
    ({name, more, fewer}) => `${name}: ${more} rows more, ${fewer} fewer`
  );
}

/**
 * The columns of each table. Tables alone: views are made of them, and a view of another database reads that database's tables by its own
 * names.
 */
async function layouts(engine: Engine, condition: string): Promise<ReadonlyMap<string, string>> {
  const found = await engine.columns(`
    select table_name, string_agg(column_name || ' ' || data_type, ', ' order by column_index) as layout
    from duckdb_columns() semi join duckdb_tables() using (database_name, schema_name, table_name)
    where ${condition} and not internal and database_name <> 'temp'
    group by table_name
    order by table_name`);
  return new Map(
    rowsOf<{table_name: string; layout: string}>(found).map(({table_name: name, layout}) => [name, layout])
  );
}
