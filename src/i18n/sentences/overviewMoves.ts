import type {BookFindings} from "../../findings/book.js";
import type {Reading} from "../../format/value.js";
import {direction, quality, signOf} from "../direction.js";

export interface Moves {
  readonly size: ReturnType<typeof signOf>;
  readonly quality: ReturnType<typeof quality>;
}

/** Which way the size and the quality of the book went in a year. */
export function movesOf(book: BookFindings, reading: Reading): Moves {
  const growth = book.basis === "drawn" ? book.drawnGrowth : book.obligorGrowth;
  const weak = direction(book.weakShare, book.weakShareBefore, reading);
  return {size: signOf(growth, reading), quality: quality(weak, direction(book.meanPd, book.meanPdBefore, reading))};
}

/** Growth with falling quality, or shrinking with rising quality, is a "but". */
export function isAgainst(size: Moves["size"], quality: Moves["quality"]): boolean {
  return (size === "up" && quality !== "better" && quality !== "same") || (size === "down" && quality === "better");
}
