import {AUDIENCES, columnsFor, type Audience} from "#warehouse/contract.js";
import {textsOf} from "#warehouse/engine/columns.js";
import {MARTS} from "#warehouse/marts/index.js";
import {readMart} from "#warehouse/snapshot.js";

/** Every text of the snapshot that another audience may see and this one may not. */
export function forbiddenFor(snapshot: string, audience: Audience): string[] {
  const texts = new Set<string>();
  for (const contract of MARTS) {
    const allowed = new Set(columnsFor(contract, audience));
    for (const other of AUDIENCES) {
      const hidden = columnsFor(contract, other).filter(
        (name) => !allowed.has(name) && contract.columns[name]!.type === "varchar"
      );
      if (hidden.length === 0) continue;
      const {columns} = readMart(contract, {snapshot, audience: other});
      for (const name of hidden) for (const text of textsOf(columns, name)) if (text !== null) texts.add(text);
    }
  }
  return [...texts];
}
