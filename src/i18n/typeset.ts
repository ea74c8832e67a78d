import type {Text} from "#warehouse/contract.js";
import type {Language} from "../format/language.js";

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ",": "\uff0c",
  ";": "\uff1b",
  ":": "\uff1a",
  "(": "\uff08",
  ")": "\uff09"
};
const HAN = /[\u3400-\u9fff\u300a\u300b]/;

/** A text in a language, as print sets it: full-width punctuation beside Chinese characters. */
export function typeset(text: Text, language: Language): string {
  if (language !== "zh") return text.en;
  const {zh} = text;
  return zh.replace(/[,;:()]/g, (mark, at: number) => {
    return HAN.test(zh[at - 1] ?? "") || HAN.test(zh[at + 1] ?? "") ? FULL_WIDTH[mark]! : mark;
  });
}
