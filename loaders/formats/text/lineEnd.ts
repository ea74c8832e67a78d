import type {Encoding} from "../contract.js";
import {CARRIAGE_RETURN, LINE_FEED} from "./terms.js";
import {unitOf} from "./transcode.js";

const LOOKED_AT = 1 << 18;

/**
 * The byte that ends the lines of a text: a carriage return, as on old Macintoshes, where the first line end is one without a line
 * feed, and there are as many of them as line feeds. A line feed otherwise.
 */
export function lineEndOf(beginning: Buffer, encoding: Encoding): number {
  const unit = unitOf(encoding);
  const low = encoding === "utf-16be" ? 1 : 0;
  const characterAt = (at: number) => (unit === 2 && beginning[at + 1 - low] !== 0 ? -1 : beginning[at + low]);
  let returns = 0;
  let feeds = 0;
  let isReturnFirst = false;
  for (let at = 0; at < Math.min(beginning.length, LOOKED_AT); at += unit) {
    const character = characterAt(at);
    if (character === LINE_FEED) feeds++;
    else if (character === CARRIAGE_RETURN && characterAt(at + unit) !== LINE_FEED) {
      if (feeds + returns === 0) isReturnFirst = true;
      returns++;
    }
  }
  return isReturnFirst && returns >= feeds ? CARRIAGE_RETURN : LINE_FEED;
}
