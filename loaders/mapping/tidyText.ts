import {literal} from "#warehouse/engine/engine.js";

const DIGITS = "0123456789";
const WIDE_DIGITS = "０１２３４５６７８９";
const SIGNS = "....,,--  +()%/:--'     ";
const WIDE_SIGNS = "．。｡﹒，､－—　\u2003＋（）％／：−–’\u00a0\u202f\u2009\u2007\t";
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const CURRENCY_SIGNS = "¥￥$€£";

/** SQL of a text with full-width characters made plain, and without currency signs and outer blanks. */
export function tidied(text: string): string {
  const wideLetters = [...LETTERS].map((letter) => String.fromCodePoint(letter.codePointAt(0)! + 0xfee0)).join("");
  const from = WIDE_DIGITS + WIDE_SIGNS + wideLetters + CURRENCY_SIGNS;
  return `trim(translate(${text}, ${literal(from)}, ${literal(DIGITS + SIGNS + LETTERS)}))`;
}
