import {CARRIAGE_RETURN, LINE_FEED, QUOTE, SPACE, TAB} from "../text/terms.js";

/** Follows the quotes of a text that is fed to it in pieces. */
export interface QuoteScan {
  /** Returns whether the piece was followed byte by byte, since there are quotes in it or it lies in quotes. */
  feed(bytes: Buffer): boolean;
  /** Whether every quote stood around a whole field of one line, and no blank at the edge of a field that was followed. */
  isPlain(): boolean;
  /** The same for all of the text, which ends here. */
  finish(): boolean;
}

/** Where in a record a byte leaves off; `blank` ones are behind a blank. */
const STATES = [
  "start",
  "bare",
  "bareBlank",
  "closed",
  "opened",
  "quoted",
  "quotedBlank",
  "doubled",
  "broken"
] as const;
type State = (typeof STATES)[number];
type Moves = readonly [other: State, blank: State, delimiter: State, feed: State, back: State, quote: State];

/** A quote behind a blank in quotes is `doubled`, or else that blank stands at the edge of the field. */
const MOVES: Readonly<Record<State, Moves>> = {
  start: ["bare", "broken", "start", "start", "bare", "opened"],
  bare: ["bare", "bareBlank", "start", "start", "bare", "broken"],
  bareBlank: ["bare", "bareBlank", "broken", "broken", "broken", "broken"],
  closed: ["broken", "broken", "start", "start", "bare", "quoted"],
  opened: ["quoted", "broken", "quoted", "broken", "broken", "closed"],
  quoted: ["quoted", "quotedBlank", "quoted", "broken", "broken", "closed"],
  quotedBlank: ["quoted", "quotedBlank", "quoted", "broken", "broken", "doubled"],
  doubled: ["broken", "broken", "broken", "broken", "broken", "quoted"],
  broken: ["broken", "broken", "broken", "broken", "broken", "broken"]
};
const KINDS_OF_BYTES = 8;
const [START, BARE, BARE_BLANK, CLOSED] = [0, 1, 2, 3] as const;
const BROKEN = STATES.indexOf("broken");
const TABLE = Uint8Array.from({length: STATES.length * KINDS_OF_BYTES}, (_, at) => {
  const to = MOVES[STATES[Math.floor(at / KINDS_OF_BYTES)]!][at % KINDS_OF_BYTES];
  return to === undefined ? BROKEN : STATES.indexOf(to);
});

export function quoteScan(delimiterMark: string): QuoteScan {
  const kinds = kindsOfBytes(delimiterMark.charCodeAt(0));
  let state: number = START;

  const feed = (bytes: Buffer): boolean => {
    if (bytes.length === 0) return false;
    if (state <= BARE_BLANK && bytes.indexOf(QUOTE) < 0) {
      const kind = kinds[bytes[bytes.length - 1]!]!;
      state = kind === 1 ? BARE_BLANK : kind === 2 || kind === 3 ? START : BARE;
      return false;
    }
    let now = state;
    for (let at = 0; at < bytes.length; at++) now = TABLE[now * KINDS_OF_BYTES + kinds[bytes[at]!]!]!;
    state = now;
    return true;
  };

  return {feed, isPlain: () => state !== BROKEN, finish: () => state <= CLOSED};
}

/** For each byte its place among the moves. */
function kindsOfBytes(delimiter: number): Uint8Array {
  const kinds = new Uint8Array(256);
  kinds[SPACE] = kinds[TAB] = 1;
  kinds[delimiter] = 2;
  kinds[LINE_FEED] = 3;
  kinds[CARRIAGE_RETURN] = 4;
  kinds[QUOTE] = 5;
  return kinds;
}
