import type {Text} from "../contract.js";

/** What a published figure means, once, in both languages. Mart columns refer to these by id. */
export interface Definition {
  readonly title: Text;
  readonly meaning: Text;
}

export function define(en: string, zh: string, meaningEn: string, meaningZh: string): Definition {
  return {title: {en, zh}, meaning: {en: meaningEn, zh: meaningZh}};
}
