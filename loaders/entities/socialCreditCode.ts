/** Digits and letters of GB 32100-2015: I, O, S, V and Z are left out. A character is worth its place. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const LENGTH = 18;

/** Powers of 3 modulo 31; the eighteenth is the check character's own, 1. */
const WEIGHTS = Array.from({length: LENGTH}, (_, place) =>
  place < LENGTH - 1 ? Number(3n ** BigInt(place) % 31n) : 1
);

/**
 * The eighteenth character of a unified social credit code (GB 32100-2015): 31 less the sum of the
 * first seventeen, weighted with the powers of 3 modulo 31. Throws on a character the standard does not use.
 */
export function socialCreditCheck(first17: string): string {
  if (first17.length !== LENGTH - 1) throw new RangeError(`expected 17 characters before the check; got ${first17}`);
  let sum = 0;
  for (let place = 0; place < first17.length; place++) {
    const value = ALPHABET.indexOf(first17[place]!);
    if (value < 0) {
      throw new RangeError(`GB 32100-2015 has no character ${JSON.stringify(first17[place])}; got ${first17}`);
    }
    sum += value * WEIGHTS[place]!;
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}

/** Whether a text is a unified social credit code whose check character is right. */
export function isSocialCreditCode(code: string): boolean {
  if (code.length !== LENGTH || [...code].some((character) => !ALPHABET.includes(character))) return false;
  return socialCreditCheck(code.slice(0, -1)) === code.at(-1);
}

/** Check character of an organisation code (GB 11714): 11 less the sum weighted 3, 7, 9, 10, 5, 8, 4, 2; X stands for 10. */
export function organisationCheck(first8: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number.parseInt(first8[index]!, 36), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? "X" : check === 11 ? "0" : String(check);
}

/**
 * SQL that is true of a text of 18 characters that is no unified social credit code, and false of every other: registers
 * numbered with 15 digits before 2015, and other countries have numbers of their own.
 */
export function checkDigitFails(column: string): string {
  const values = WEIGHTS.map(
    (weight, place) => `${weight} * (strpos('${ALPHABET}', substr(${column}, ${place + 1}, 1)) - 1)`
  );
  return `coalesce(
    length(${column}) = ${LENGTH}
    and (translate(${column}, '${ALPHABET}', '') <> '' or (${values.join(" + ")}) % 31 <> 0), false)`;
}
