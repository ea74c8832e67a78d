/** A name in SQL, whatever letters it has. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text in SQL. */
export function textLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * A number in SQL that reads as the same double: with an exponent, for without one engines take it for a decimal, and with as many digits as tell
 * it from its neighbours.
 */
export function doubleLiteral(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`SQL has no literal for ${value}`);
  return value.toExponential();
}
