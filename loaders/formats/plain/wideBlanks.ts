import type {TextForm} from "../contract.js";
import {blankAt} from "../text/blanks.js";
import {CARRIAGE_RETURN, LINE_FEED} from "../text/terms.js";

const WIDE_BLANKS = [Buffer.of(0xc2, 0xa0), Buffer.of(0xe3, 0x80, 0x80), Buffer.of(0xef, 0xbb, 0xbf)];
const MARK_BYTES = 3;

/**
 * Whether a blank that is no ASCII character stands at the edge of a field, or of the text, where that cannot be told. The byte
 * order mark with which a file may begin is none.
 */
export function hasOuterWideBlank(text: Buffer, {delimiter, quote}: TextForm, isBeginning: boolean): boolean {
  const edges = new Set([delimiter.charCodeAt(0), quote.charCodeAt(0), LINE_FEED, CARRIAGE_RETURN, undefined]);
  const isEdge = (at: number) => edges.has(text[at]) || blankAt(text, at) > 0;
  const first = isBeginning && blankAt(text, 0) === MARK_BYTES && text[0] === 0xef ? MARK_BYTES : 0;
  return WIDE_BLANKS.some((blank) => {
    for (let at = text.indexOf(blank, first); at >= 0; at = text.indexOf(blank, at + blank.length)) {
      if (isEdge(at - 1) || isEdge(at + blank.length)) return true;
    }
    return false;
  });
}
