/** Ways in which dates are written, likelier first; the shape that a value must have, and how its parts lie. */
const FORMS: readonly {readonly pattern: string; readonly shape: RegExp; readonly parts: string}[] = [
  {pattern: "%Y-%m-%d", shape: /^(\d{4})-(\d{1,2})-(\d{1,2})$/, parts: "Ymd"},
  {pattern: "%Y/%m/%d", shape: /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, parts: "Ymd"},
  {pattern: "%Y%m%d", shape: /^(\d{4})(\d{2})(\d{2})$/, parts: "Ymd"},
  {pattern: "%Y.%m.%d", shape: /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/, parts: "Ymd"},
  {pattern: "%Y年%m月%d日", shape: /^(\d{4})年(\d{1,2})月(\d{1,2})日$/, parts: "Ymd"},
  {pattern: "%Y-%m-%d %H:%M:%S", shape: /^(\d{4})-(\d{1,2})-(\d{1,2}) \d{1,2}:\d{2}:\d{2}$/, parts: "Ymd"},
  {pattern: "%Y/%m/%d %H:%M:%S", shape: /^(\d{4})\/(\d{1,2})\/(\d{1,2}) \d{1,2}:\d{2}:\d{2}$/, parts: "Ymd"},
  {pattern: "%Y/%m/%d %H:%M", shape: /^(\d{4})\/(\d{1,2})\/(\d{1,2}) \d{1,2}:\d{2}$/, parts: "Ymd"},
  {pattern: "%d/%m/%Y", shape: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, parts: "dmY"},
  {pattern: "%m/%d/%Y", shape: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, parts: "mdY"},
  {pattern: "%d.%m.%Y", shape: /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, parts: "dmY"},
  {pattern: "%Y-%m", shape: /^(\d{4})-(\d{1,2})$/, parts: "Ym"},
  {pattern: "%Y年%m月", shape: /^(\d{4})年(\d{1,2})月$/, parts: "Ym"},
  {pattern: "%Y%m", shape: /^(\d{4})(\d{2})$/, parts: "Ym"},
  {pattern: "%Y", shape: /^(\d{4})年?$/, parts: "Y"}
];

const ENOUGH = 0.98;

export interface DetectedDates {
  /** Share of the values that are dates in one of the patterns. */
  readonly share: number;
  /** Patterns that are needed, the most frequent first; `excel_serial` for days as spreadsheets count them. */
  readonly patterns: readonly string[];
  readonly endOf: "month" | "year" | null;
  /** Whether day and month could be the other way round. */
  readonly isAmbiguous: boolean;
  /** Whether all are 2020-01-31, which needs no pattern. */
  readonly isIso: boolean;
}

/** How the values of a column are written as dates. */
export function detectDates(values: readonly string[]): DetectedDates {
  const isIso = values.length > 0 && values.every((value) => /^\d{4}-\d{2}-\d{2}$/.test(value));
  let left = [...values];
  const patterns: string[] = [];
  while (left.length > (1 - ENOUGH) * values.length && patterns.length < 3) {
    const [best] = FORMS.map(({pattern}) => ({
      pattern,
      fitting: left.filter((value) => fits(value, pattern)).length
    })).sort((a, b) => b.fitting - a.fitting);
    if (best === undefined || best.fitting === 0) break;
    patterns.push(best.pattern);
    left = left.filter((value) => !fits(value, best.pattern));
  }
  const share = values.length === 0 ? 0 : 1 - left.length / values.length;
  if (share < 0.5 && serialShare(values) > 0.9) {
    return {share: serialShare(values), patterns: ["excel_serial"], endOf: null, isAmbiguous: false, isIso: false};
  }
  const last = patterns[0];
  const endOf = last === "%Y" ? "year" : last !== undefined && !last.includes("%d") ? "month" : null;
  const isAmbiguous = last === "%d/%m/%Y" && values.every((value) => !fits(value, last) || fits(value, "%m/%d/%Y"));
  return {share, patterns, endOf, isAmbiguous, isIso};
}

function fits(value: string, pattern: string): boolean {
  const {shape, parts} = FORMS.find((form) => form.pattern === pattern)!;
  const match = shape.exec(value);
  if (match === null) return false;
  const part = (name: string, absent: number) =>
    parts.includes(name) ? Number(match[parts.indexOf(name) + 1]) : absent;
  const [year, month, day] = [part("Y", 2000), part("m", 1), part("d", 1)];
  return year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

function serialShare(values: readonly string[]): number {
  const serial = values.filter(
    (value) => /^\d{5}(\.\d+)?$/.test(value) && Number(value) >= 14_000 && Number(value) < 60_000
  );
  return values.length === 0 ? 0 : serial.length / values.length;
}
