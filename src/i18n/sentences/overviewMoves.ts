import type {BookFindings} from "../../findings/book.js";
import type {Reading} from "../../format/value.js";
import {direction, quality, signOf, type Direction} from "../direction.js";

/** A book that moved by less than this has kept its size. */
const NOTABLE_GROWTH = 0.005;

export interface Moves {
  readonly size: Direction;
  readonly weak: Direction;
  readonly meanPd: Direction;
  readonly inDefault: Direction;
  readonly quality: ReturnType<typeof quality>;
}

/** Which way the size of the book, and each measure of its quality, went in a year. */
export function movesOf(book: BookFindings, reading: Reading): Moves {
  const growth = book.basis === "drawn" ? book.drawnGrowth : book.obligorGrowth;
  const isSmall = growth.value !== null && Math.abs(growth.value) < NOTABLE_GROWTH;
  const weak = direction(book.weakShare, book.weakShareBefore, reading);
  const meanPd = direction(book.meanPd, book.meanPdBefore, reading);
  const inDefault = direction(book.inDefaultShare, book.inDefaultShareBefore, reading);
  return {
    size: isSmall ? "same" : signOf(growth, reading),
    weak,
    meanPd,
    inDefault,
    quality: quality(weak, meanPd, inDefault)
  };
}

/** Growth with falling quality, or shrinking with rising quality, is a "but". */
export function isAgainst(size: Moves["size"], quality: Moves["quality"]): boolean {
  return (size === "up" && quality !== "better" && quality !== "same") || (size === "down" && quality === "better");
}
