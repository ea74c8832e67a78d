import type {LabRows} from "./rows.js";

/** 1 for each row of `test` whose features and outcome are exactly those of a training row. */
export function copiesOf(train: LabRows, test: LabRows): Uint8Array {
  const names = [...train.features.keys()].sort();
  const textOf = (rows: LabRows) => {
    const columns = names.map((name) => rows.features.get(name)!);
    return (row: number) => `${rows.defaulted[row]} ${columns.map((column) => column[row]).join(" ")}`;
  };
  const [trained, tested] = [textOf(train), textOf(test)];
  const seen = new Set(Array.from(train.defaulted, (_, row) => trained(row)));
  return Uint8Array.from(test.defaulted, (_, row) => (seen.has(tested(row)) ? 1 : 0));
}
