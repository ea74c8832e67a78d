import type {ColumnContract, TableContract} from "#warehouse/contract.js";
import {booleans, columnsFrom, integers, rowsOf, varchars} from "#warehouse/engine/columns.js";
import {identifier, type Engine} from "#warehouse/engine/engine.js";
import {UserError} from "#warehouse/engine/userError.js";
import {decimalOf, isEqual, plus, written, type Decimal} from "./decimal.js";
import {covers, type DeclaredControl} from "./declared.js";

export interface ControlledBatch {
  readonly batchId: number;
  readonly contract: TableContract;
  /** Table with the contract's columns and `file_id`: every record of the batch, whatever became of it. */
  readonly table: string;
  /** SQL that holds for the rows of `table` that belong to the batch; all do where it is not said. */
  readonly where?: string;
  readonly fileIds: ReadonlyMap<string, number>;
  /** Records handed over, by the same names. */
  readonly rowsByFile: ReadonlyMap<string, number>;
  /** All that was declared of the delivery; what other extracts are told of is left aside. */
  readonly declared: readonly DeclaredControl[];
}

/** A control and what came of it. */
export interface ControlResult extends DeclaredControl {
  readonly extract: string;
  readonly computed: string;
  readonly isReconciled: boolean;
}

const ZERO: Decimal = {units: 0n, scale: 0};
const HASHED_DIGITS = 18;

/**
 * Compares what was declared of a batch with what came, adds it to `load_controls`, and returns the breaks.
 *
 * A count of rows counts every record handed over. A sum is of all rows whose value could be read, quarantined or not,
 * in the contract's unit. A hash total is the sum of the numbers that the digits of each value form (its last 18):
 * `INV-0042` is 42, `2020-01-31` is 20200131, 12.50 is 1250. All of it is exact.
 *
 * Throws a UserError where a control names a column that the contract lacks, or sums what is no number.
 */
export async function reconcile(engine: Engine, batch: ControlledBatch): Promise<ControlResult[]> {
  const names = [...batch.fileIds.keys()];
  const own = batch.declared.filter(({file}) => names.some((name) => covers(file, name)));
  if (own.length === 0) return [];
  for (const control of own) requireColumn(batch.contract, control);
  const totals = await totalsByFile(engine, batch, own);
  const results = own.map((control): ControlResult => {
    const computed = names
      .filter((name) => covers(control.file, name))
      .map((name) => totals(control, name))
      .reduce(plus, ZERO);
    const isReconciled = isEqual(computed, decimalOf(control.declared)!);
    return {...control, extract: batch.contract.name, computed: written(computed), isReconciled};
  });
  await record(engine, batch.batchId, results);
  return results.filter(({isReconciled}) => !isReconciled);
}

function requireColumn({name, columns}: TableContract, {control, column, place}: DeclaredControl): void {
  if (control === "rows") return;
  const contract = columns[column];
  if (contract === undefined) {
    throw new UserError(`${place}: ${name} has no column ${column}; it has ${Object.keys(columns).join(", ")}`);
  }
  if (control === "sum" && !isNumber(contract)) {
    throw new UserError(`${place}: ${name}.${column} holds ${contract.type}, which has no sum; use a hash total`);
  }
}

function isNumber({type}: ColumnContract): boolean {
  return type !== "varchar" && type !== "date" && type !== "boolean";
}

/** Totals of each file by control, read in one scan. */
async function totalsByFile(
  engine: Engine,
  {contract, table, where = "true", fileIds, rowsByFile}: ControlledBatch,
  controls: readonly DeclaredControl[]
): Promise<(control: DeclaredControl, file: string) => Decimal> {
  const keyOf = ({control, column}: DeclaredControl) => `${control}_${column}`;
  const summed = new Map(controls.filter(({control}) => control !== "rows").map((each) => [keyOf(each), each]));
  const selected = [...summed].map(([key, {control, column}]) => {
    const total = control === "sum" ? sumOf(contract.columns[column]!, column) : hashTotalOf(column);
    return `cast(coalesce(${total}, 0) as varchar) as ${identifier(key)}`;
  });
  const read =
    selected.length === 0
      ? []
      : rowsOf(
          await engine.columns(
            `select file_id, ${selected.join(", ")} from ${identifier(table)} where ${where} group by file_id`
          )
        );
  const byId = new Map(read.map((row) => [Number(row["file_id"]), row]));
  return (control, file) => {
    if (control.control === "rows") return {units: BigInt(rowsByFile.get(file) ?? 0), scale: 0};
    const text = byId.get(fileIds.get(file)!)?.[keyOf(control)];
    return text === undefined ? ZERO : decimalOf(String(text))!;
  };
}

/** A rate is summed to ten places: it is a double, and the order of its rows must not show. */
function sumOf({type}: ColumnContract, column: string): string {
  const exact = type === "double" ? "decimal(38, 10)" : type === "decimal(18,2)" ? "decimal(38, 2)" : "hugeint";
  return `sum(cast(${identifier(column)} as ${exact}))`;
}

function hashTotalOf(column: string): string {
  const digits = `regexp_replace(cast(${identifier(column)} as varchar), '[^0-9]', '', 'g')`;
  return `sum(cast(try_cast(right(${digits}, ${HASHED_DIGITS}) as bigint) as hugeint))`;
}

async function record(engine: Engine, batchId: number, results: readonly ControlResult[]): Promise<void> {
  await engine.append(
    "load_controls",
    columnsFrom({
      batch_id: integers(results.map(() => batchId)),
      extract: varchars(results.map(({extract}) => extract)),
      source_file: varchars(results.map(({file}) => file)),
      control: varchars(results.map(({control}) => control)),
      column_name: varchars(results.map(({column}) => column)),
      declared: varchars(results.map(({declared}) => declared)),
      computed: varchars(results.map(({computed}) => computed)),
      is_reconciled: booleans(results.map(({isReconciled}) => isReconciled))
    })
  );
}
