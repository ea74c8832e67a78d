import {UserError} from "#warehouse/engine/userError.js";
import {CONTROLS, type DeclaredControl} from "./declared.js";

const HEADER = ["file", "control", "column", "value"];

/** Controls from CSV with the columns file, control, column and value; `column` is empty for a count of rows. */
export function controlsInCsv(text: string, name: string): DeclaredControl[] {
  const [header, ...records] = text.split(/\r?\n/).map(fieldsOf);
  const columns = (header ?? []).map((column) => column.trim().toLowerCase());
  const missing = HEADER.find((column) => !columns.includes(column));
  if (missing !== undefined) {
    throw new UserError(`${name}: lacks the column ${missing}; the header must be ${HEADER.join(",")}`);
  }
  return records.flatMap((fields, index) => {
    if (fields.every((field) => field.trim() === "")) return [];
    const at = (column: string) => (fields[columns.indexOf(column)] ?? "").trim();
    return [controlOf(at, `${name}, line ${index + 2}`)];
  });
}

function controlOf(at: (column: string) => string, place: string): DeclaredControl {
  const [file, said, column, declared] = HEADER.map(at) as [string, string, string, string];
  const control = CONTROLS.find((known) => known === said);
  if (control === undefined) {
    throw new UserError(`${place}: ${JSON.stringify(said)} is no control; it may be ${CONTROLS.join(", ")}`);
  }
  if (file === "") throw new UserError(`${place}: name the file of this ${control}`);
  if ((control === "rows") !== (column === "")) {
    throw new UserError(
      `${place}: ${control === "rows" ? "a count of rows has no column" : `name the ${control}'s column`}`
    );
  }
  return {file, control, column, declared, place};
}

/** The fields of a line; quotes enclose a field that holds a comma, and stand doubled inside. */
function fieldsOf(line: string): string[] {
  return [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? plain! : quoted.replaceAll('""', '"')
  );
}
