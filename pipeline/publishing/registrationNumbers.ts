/** The 31 symbols of GB 32100-2015: no I, O, S, V, Z. */
const SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

const PATTERN = /(?<![0-9A-Za-z])[1-9ANY][1-9A-G]\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Za-z])/g;

/** Unified social credit codes in a text: the right form, and a right check character. */
export function registrationNumbersIn(text: string): string[] {
  return (text.match(PATTERN) ?? []).filter(hasCheckCharacter);
}

function hasCheckCharacter(code: string): boolean {
  let sum = 0;
  let weight = 1;
  for (const symbol of code.slice(0, 17)) {
    sum += SYMBOLS.indexOf(symbol) * weight;
    weight = (weight * 3) % 31;
  }
  return SYMBOLS[(31 - (sum % 31)) % 31] === code[17];
}
