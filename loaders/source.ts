import {UserError} from "#warehouse/engine/userError.js";
import {readSourceFile} from "./mapping/file/readSource.js";
import {americanBankruptcy} from "./sources/american-bankruptcy/source.js";
import type {Source} from "./sources/contract.js";
import {cumcm2020c} from "./sources/cumcm2020c/source.js";
import {demo} from "./sources/demo/source.js";

export type {Assumption, Calendar, Source, SourceExtract} from "./sources/contract.js";

function described(path: string): Source {
  const source = readSourceFile(path);
  const twin = SOURCES.find((known) => known.id === source.id);
  if (twin === undefined) return source;
  throw new UserError(`${path}: ${source.id} is the id of a source that comes with Loanscape; give this one another`);
}

const SOURCES: readonly Source[] = [demo, cumcm2020c, americanBankruptcy];

/**
 * The source of that id, or the one that a YAML file describes. Throws a UserError with the ids there are when it is unknown, and
 * where the file says something that it must not.
 */
export function sourceOf(id: string): Source {
  if (/\.ya?ml$/i.test(id)) return described(id);
  const source = SOURCES.find((candidate) => candidate.id === id);
  if (source === undefined) {
    throw new UserError(
      `unknown source ${JSON.stringify(id)}; known are ${SOURCES.map((known) => known.id).join(", ")}, or name a YAML file that describes one`
    );
  }
  return source;
}
