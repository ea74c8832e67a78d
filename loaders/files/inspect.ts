import type {Engine} from "#warehouse/engine/engine.js";
import {fingerprint, type Fingerprint} from "./fingerprint.js";
import {checkedHeader} from "./header.js";
import {checkKind} from "./kind.js";
import type {Located} from "./locate.js";

export type InspectedFile = Located & Fingerprint & {readonly header: readonly string[]};

/** All that can be known of a file before its rows are read. Throws a UserError when it cannot be what its name says. */
export async function inspect(engine: Engine, located: Located): Promise<InspectedFile> {
  await checkKind(located.path, located.name);
  const print = await fingerprint(located.path, located.name);
  const header = await checkedHeader(engine, located);
  return {...located, ...print, header};
}
