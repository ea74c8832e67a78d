import {UserError} from "#warehouse/engine/userError.js";
import {americanBankruptcy} from "./sources/american-bankruptcy/source.js";
import type {Source} from "./sources/contract.js";
import {cumcm2020c} from "./sources/cumcm2020c/source.js";
import {demo} from "./sources/demo/source.js";

export type {Assumption, Calendar, RawFile, RawTable, Source, SourceExtract} from "./sources/contract.js";

const SOURCES: readonly Source[] = [demo, cumcm2020c, americanBankruptcy];

/** The source of that id. Throws a UserError with the ids there are when it is unknown. */
export function sourceOf(id: string): Source {
  const source = SOURCES.find((candidate) => candidate.id === id);
  if (source === undefined) {
    throw new UserError(
      `unknown source ${JSON.stringify(id)}; known are ${SOURCES.map((known) => known.id).join(", ")}`
    );
  }
  return source;
}
