const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/**
 * The eighteenth character of a unified social credit code (GB 32100-2015): 31 less the sum of the
 * first seventeen, weighted with the powers of 3 modulo 31. Throws on a character the standard does not use.
 */
export function socialCreditCheck(first17: string): string {
  if (first17.length !== 17) throw new RangeError(`a check character needs 17 characters before it; got ${first17}`);
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) throw new RangeError(`GB 32100-2015 has no character ${JSON.stringify(character)}; got ${first17}`);
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}

/** Check character of an organisation code (GB 11714): 11 less the sum weighted 3, 7, 9, 10, 5, 8, 4, 2; X stands for 10. */
export function organisationCheck(first8: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number.parseInt(first8[index]!, 36), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? "X" : check === 11 ? "0" : String(check);
}

/** A code for an enterprise of a district; organisations numbered from 0, in a block that no registry hands out. */
export function socialCreditCode(district: string, organisation: number): string {
  const body = `0${String(organisation).padStart(7, "0")}`;
  const first17 = `91${district}${body}${organisationCheck(body)}`;
  return first17 + socialCreditCheck(first17);
}
