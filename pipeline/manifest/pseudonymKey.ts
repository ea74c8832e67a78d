import {readFileSync} from "node:fs";
import type {Source} from "#loaders/source.js";
import {UserError} from "#warehouse/engine/userError.js";
import type {Settings} from "../settings/settings.js";

const LEAST_LENGTH = 32;

/** The key of pseudonyms: fixed for public and synthetic sources, else the secret in the file that the settings name. */
export function pseudonymKey(source: Source, settings: Settings): string {
  if (source.publicPseudonymKey !== null) return source.publicPseudonymKey;
  const file = settings.pseudonym_key_file;
  if (file === undefined) {
    throw new UserError(
      `${source.id}: set pseudonym_key_file to a file with a secret of at least ${LEAST_LENGTH} characters`
    );
  }
  let key: string;
  try {
    key = readFileSync(file, "utf8").trim();
  } catch {
    throw new UserError(`${file}: the key of pseudonyms cannot be read; check the path and your rights`);
  }
  if (key.length < LEAST_LENGTH) {
    throw new UserError(
      `${file}: the key of pseudonyms has ${key.length} characters; give it at least ${LEAST_LENGTH}`
    );
  }
  return key;
}
