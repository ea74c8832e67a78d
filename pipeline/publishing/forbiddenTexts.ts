export interface ForbiddenTexts {
  /** The forbidden texts that occur in a running text, each once; short ones are not looked for. */
  in(text: string): string[];
  /** Those that are one of the given texts as a whole, short ones too. */
  among(texts: Iterable<string>): string[];
}

/** An ASCII text below this length is likely to be part of something else, such as a variable in a script. */
const SHORT = 6;

/** A number below this length cannot be told from any other number. */
const SHORT_NUMBER = 8;

const BITS = 22;

/**
 * Finds any of very many texts in one pass: a bitmap over the first letters of all of them says no at
 * almost every place, and only where it says maybe is the text looked up by its lengths.
 *
 * An ASCII text, or one of fewer than four letters, must stand alone, as it may be part of a word.
 */
export function forbiddenTexts(forbidden: readonly string[]): ForbiddenTexts {
  const all = new Set(forbidden.map((text) => text.trim()).filter((text) => text !== "" && !isShortNumber(text)));
  const texts = new Set([...all].filter((text) => text.length >= (isAscii(text) ? SHORT : 2)));
  let width = 4;
  for (const text of texts) width = Math.min(width, text.length);
  const mayStart = new Uint8Array(1 << BITS);
  const lengths = new Map<string, Set<number>>();
  for (const text of texts) {
    mayStart[hashAt(text, 0, width)] = 1;
    const start = text.slice(0, width);
    const known = lengths.get(start);
    if (known === undefined) lengths.set(start, new Set([text.length]));
    else known.add(text.length);
  }
  return {
    in(text) {
      const found = new Set<string>();
      for (let at = 0; at + width <= text.length; at++) {
        if (mayStart[hashAt(text, at, width)] === 0) continue;
        for (const length of lengths.get(text.slice(at, at + width)) ?? []) {
          const candidate = text.slice(at, at + length);
          if (texts.has(candidate) && (!mustStandAlone(candidate) || standsAlone(text, at, length))) {
            found.add(candidate);
          }
        }
      }
      return [...found];
    },
    among(given) {
      return [...new Set([...given].map((text) => text.trim()).filter((text) => all.has(text)))];
    }
  };
}

function hashAt(text: string, at: number, width: number): number {
  let hash = 0;
  for (let index = at; index < at + width; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x9e3779b1) ^ (hash >>> 15);
  }
  return (hash >>> 0) & ((1 << BITS) - 1);
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

function isShortNumber(text: string): boolean {
  return text.length < SHORT_NUMBER && /^\d*$/.test(text);
}

function mustStandAlone(text: string): boolean {
  return text.length < 4 || isAscii(text);
}

function standsAlone(text: string, at: number, length: number): boolean {
  const isLetter = (symbol: string | undefined) => symbol !== undefined && /[\p{L}\p{N}]/u.test(symbol);
  return !isLetter(text[at - 1]) && !isLetter(text[at + length]);
}
