const LONGEST = 120;

/** What a library said went wrong, as part of a sentence. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .split("\n")[0]!
    .replace(/^([A-Za-z ]+ )?Error: /, "")
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029\ufffd]/gu, "?")
    .slice(0, LONGEST)
    .toWellFormed();
}
