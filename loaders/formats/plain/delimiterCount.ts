import {QUOTE} from "../text/terms.js";

/** Counts the delimiters outside quotes of a line that is given in pieces; quotes stand around whole fields. */
export interface DelimiterCount {
  begin(): void;
  add(bytes: Buffer, from: number, to: number): void;
  count(): number;
}

export function delimiterCount(delimiter: number): DelimiterCount {
  let found = 0;
  let isQuoted = false;
  return {
    begin() {
      found = 0;
      isQuoted = false;
    },
    add(bytes, from, to) {
      for (let at = from; at < to; at++) {
        const byte = bytes[at]!;
        if (byte === QUOTE) isQuoted = !isQuoted;
        else if (byte === delimiter && !isQuoted) found++;
      }
    },
    count: () => found
  };
}
