import type {Language} from "./language.js";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December"
];

/** A day in words: `31 December 2025`, `2025年12月31日`. */
export function day(iso: string, language: Language): string {
  const [year, month, date] = iso.split("-").map(Number) as [number, number, number];
  return language === "zh" ? `${year}年${month}月${date}日` : `${date} ${MONTHS[month - 1]} ${year}`;
}

/** A month in short: `Dec 2025`, `2025年12月`. */
export function month(iso: string, language: Language): string {
  const [year, number] = iso.split("-").map(Number) as [number, number];
  return language === "zh" ? `${year}年${number}月` : `${MONTHS[number - 1]!.slice(0, 3)} ${year}`;
}

/** The same day some years before, kept at month end. */
export function yearsBefore(iso: string, years: number): string {
  const [year, number, date] = iso.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year - years, number, 0)).getUTCDate();
  const isMonthEnd = date === new Date(Date.UTC(year, number, 0)).getUTCDate();
  const kept = isMonthEnd ? last : Math.min(date, last);
  return `${year - years}-${String(number).padStart(2, "0")}-${String(kept).padStart(2, "0")}`;
}
