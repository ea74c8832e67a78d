import type {CellValue} from "hucre";

/** Digits that a spreadsheet keeps of a number and shows; what follows is noise of the binary form. */
const DIGITS = 15;

/** A cell as text: dates in ISO, numbers with a point and without an exponent. */
export function cellText(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "number") return plainNumber(value);
  if (value instanceof Date) return isoDate(value);
  return String(value).trim();
}

function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const rounded = Number(value.toPrecision(DIGITS));
  const text = String(rounded);
  if (!text.includes("e")) return text;
  if (Math.abs(rounded) >= 1) return String(BigInt(rounded));
  const zeros = -Math.floor(Math.log10(Math.abs(rounded)));
  return rounded.toFixed(Math.min(100, zeros + DIGITS - 1)).replace(/\.?0+$/, "");
}

function isoDate(value: Date): string {
  if (Number.isNaN(value.getTime())) return "";
  const [date, time] = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().split("T");
  return time === "00:00:00.000Z" ? date! : `${date} ${time!.slice(0, 8)}`;
}
