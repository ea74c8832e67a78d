import {identifier, literal} from "#warehouse/engine/engine.js";
import type {ColumnContract} from "#warehouse/contract.js";
import {damagesOf, type Damage} from "./damages.js";
import type {ExtractFile} from "./extractFiles.js";

/**
 * A query of damaged copies of rows of `source`, which has `pos` and the contract's columns: each damage `repeats` times,
 * every copy from another row. Beside the columns it gives n, kind, rule, damaged column, value and key, as text.
 */
export function dirtyRowsSql(file: ExtractFile, source: string, repeats: number): string {
  const damages = damagesOf(file);
  const wanted = damages.length * repeats;
  const branches = damages.map((damage, index) => branch(file, damage, `(n - 1) % ${damages.length} = ${index}`));
  return `with numbered as (
    select *, row_number() over (order by pos) as rank, count(*) over () as there from ${source}
), taken as (
    select *, (rank * ${wanted} - 1) // there + 1 as n from numbered
    qualify row_number() over (partition by (rank * ${wanted} - 1) // there order by rank) = 1
), damaged as (
    ${branches.join("\n    union all\n    ")}
)
select *, concat_ws('|', ${file.contract.grain.map((key) => `coalesce(cast(${identifier(key)} as varchar), '')`).join(", ")}) as dirty_key
from damaged`;
}

function branch({contract, format}: ExtractFile, damage: Damage, condition: string): string {
  const entries = Object.entries(contract.columns);
  const columns = entries.map(([name, column]) => `${valueOf(name, column, damage, format)} as ${identifier(name)}`);
  const shown =
    damage.value === null
      ? "''"
      : `coalesce(cast(${valueOf(damage.column, contract.columns[damage.column]!, damage, format)} as varchar), '')`;
  return `select pos, n, ${literal(damage.kind)} as dirty_kind, ${literal(damage.rule)} as dirty_rule, ${literal(damage.column)} as dirty_column, ${shown} as dirty_value, ${columns.join(", ")} from taken where ${condition}`;
}

function valueOf(name: string, column: ColumnContract, damage: Damage, format: ExtractFile["format"]): string {
  const expression =
    name === damage.column && damage.value !== null ? damage.value : (damage.also[name] ?? identifier(name));
  const isText = name === damage.column && damage.rule.startsWith("not_a_");
  const typed = isText ? expression : `cast(${expression} as ${column.type})`;
  return format === "csv" ? `cast(${typed} as varchar)` : typed;
}
