/** Words of legal forms that registers, invoices and bank systems write in more than one way. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["company", "co"],
  ["limited", "ltd"],
  ["corporation", "corp"],
  ["incorporated", "inc"]
]);

/**
 * A name as it is compared: width, case, blanks, brackets and punctuation do not count, and neither does how a legal
 * form is written. 有限公司 and 股份有限公司 stay apart: a listed company and its parent often differ in just that.
 */
export function normalisedName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/[a-z]+/g, (word) => WORDS.get(word) ?? word)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "")
    .normalize("NFKC")
    .replace(/股份(?:有限责任)?公司/g, "股份有限公司")
    .replace(/有限责任公司/g, "有限公司");
}
