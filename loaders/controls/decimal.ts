/** A decimal number, exactly: `units` divided by ten to the power of `scale`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const WRITTEN = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;

/** The number that a text writes, or null where it writes none. `1,234.50` and `-1234.5` are numbers, `1e3` is none. */
export function decimalOf(text: string): Decimal | null {
  const [, sign, whole, fraction = ""] = WRITTEN.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const digits = BigInt(whole.replaceAll(",", "") + fraction);
  return {units: sign === "-" ? -digits : digits, scale: fraction.length};
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return {units: scaled(a, scale) + scaled(b, scale), scale};
}

export function isEqual(a: Decimal, b: Decimal): boolean {
  const scale = Math.max(a.scale, b.scale);
  return scaled(a, scale) === scaled(b, scale);
}

/** The number with as many places as it has. */
export function written({units, scale}: Decimal): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, "0");
  const fraction = scale === 0 ? "" : `.${digits.slice(-scale)}`;
  return `${units < 0n ? "-" : ""}${digits.slice(0, digits.length - scale)}${fraction}`;
}

function scaled({units, scale}: Decimal, to: number): bigint {
  return units * 10n ** BigInt(to - scale);
}
