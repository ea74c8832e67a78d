/** A total that whoever handed a delivery over declared of it. */
export interface DeclaredControl {
  /** Name below the delivery's folder: a file, a table in it, or several with `*` for anything but a slash. */
  readonly file: string;
  readonly control: "rows" | "sum" | "hash_total";
  /** Column of the contract; empty for a count of rows. */
  readonly column: string;
  /** As it was written. */
  readonly declared: string;
  /** Where it was written, for sentences: the file, and the line in it. */
  readonly place: string;
}

export const CONTROLS = ["rows", "sum", "hash_total"] as const satisfies readonly DeclaredControl["control"][];

/** Whether a name that a control speaks of covers a table: the table itself, what holds it, or a pattern with `*`. */
export function covers(file: string, table: string): boolean {
  const pattern = file
    .split("*")
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
    .join("[^/]*");
  return new RegExp(`^${pattern}(/.*)?$`, "u").test(table);
}
