import type {TextForm} from "../contract.js";
import {LINE_FEED} from "../text/terms.js";
import {recordReader} from "../text/recordReader.js";
import {marksOf} from "../text/walk.js";

/** Fields in the first record of a text; 0 where it cannot be read. */
export function headerWidth(beginning: Buffer, form: TextForm): number {
  const reader = recordReader({...marksOf(form), lineEnd: LINE_FEED}, 1);
  return reader.read(beginning, 0, true) === "record" ? reader.count : 0;
}
