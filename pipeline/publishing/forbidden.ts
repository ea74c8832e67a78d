import {AUDIENCES, columnsFor, type Audience, type ColumnContract, type TableContract} from "#warehouse/contract.js";
import {textsOf} from "#warehouse/engine/columns.js";
import {MARTS} from "#warehouse/marts/index.js";
import {readMart} from "#warehouse/snapshot.js";

/**
 * Every text of the snapshot that another audience may see and this one may not. A text that this one may see elsewhere,
 * such as the name of a file among the inputs of the run, is no secret; nor is a code, which is a word of the program.
 */
export function forbiddenFor(snapshot: string, audience: Audience): string[] {
  const texts = new Set<string>();
  const open = new Set<string>();
  for (const contract of MARTS) {
    const allowed = new Set(columnsFor(contract, audience));
    addTexts(open, contract, {snapshot, audience}, allowed);
    for (const other of AUDIENCES) {
      const hidden = new Set(columnsFor(contract, other).filter((name) => !allowed.has(name)));
      addTexts(texts, contract, {snapshot, audience: other}, hidden);
    }
  }
  return [...texts].filter((text) => !open.has(text));
}

function addTexts(
  texts: Set<string>,
  contract: TableContract,
  from: {readonly snapshot: string; readonly audience: Audience},
  names: ReadonlySet<string>
): void {
  const written = [...names].filter((name) => isWritten(contract.columns[name]!));
  if (written.length === 0) return;
  const {columns} = readMart(contract, from);
  for (const name of written) for (const text of textsOf(columns, name)) if (text !== null) texts.add(text);
}

/** Whether a column holds what somebody wrote, or what names a thing. */
function isWritten({type, unit}: ColumnContract): boolean {
  return type === "varchar" && unit !== "code";
}
