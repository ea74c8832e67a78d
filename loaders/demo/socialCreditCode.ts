import {organisationCheck, socialCreditCheck} from "#loaders/entities/socialCreditCode.js";

/** A code for an enterprise of a district; organisations numbered from 0, in a block that no registry hands out. */
export function socialCreditCode(district: string, organisation: number): string {
  const body = `0${String(organisation).padStart(7, "0")}`;
  const first17 = `91${district}${body}${organisationCheck(body)}`;
  return first17 + socialCreditCheck(first17);
}
