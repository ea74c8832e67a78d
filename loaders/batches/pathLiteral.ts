import {literal} from "#warehouse/engine/engine.js";

/** A path as a SQL literal; the engine takes it for a pattern, so that brackets, stars and question marks are wrapped. */
export function pathLiteral(path: string): string {
  return literal(path.replace(/[[*?]/g, "[$&]"));
}
