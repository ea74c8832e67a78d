import type {BacktestYear, DebtServiceYear, ForecastBacktest} from "#pipeline/forecast.js";
import {count} from "./count.js";

const HEADINGS = [
  "basis",
  "sample",
  "year",
  "ahead",
  "outcomes",
  "in interval",
  "below",
  "bias",
  "error",
  "naive error"
];

/** The backtest as tables for a terminal. */
export function backtestText({cash, debtService}: ForecastBacktest): string {
  if (cash.length === 0) return "No projection has an outcome to compare with: too few quarters are known.";
  const nominal = percent(cash[0]!.nominal);
  return [
    `Operating cash flow: outcomes in their ${nominal} interval; bias and errors in quarterly sales, outcome less projection.`,
    "",
    table([HEADINGS, ...cash.map(cells)]),
    "",
    ...debtLines(debtService)
  ].join("\n");
}

function cells(row: BacktestYear): string[] {
  return [
    row.basis,
    row.sample,
    String(row.year),
    String(row.quarter),
    count(row.outcomes),
    percent(row.coverage),
    percent(row.below),
    row.bias.toFixed(4),
    row.error.toFixed(4),
    row.naive_error === null ? "-" : row.naive_error.toFixed(4)
  ];
}

function debtLines(rows: readonly DebtServiceYear[]): string[] {
  const years = [...new Set(rows.map(({year}) => year))];
  if (years.length === 0) return [];
  const at = (year: number, quarter: number) => {
    const found = rows.find((row) => row.year === year && row.quarter === quarter)?.projected_to_due ?? null;
    return found === null ? "-" : percent(found);
  };
  const ahead = [1, 2, 3, 4];
  return [
    "Debt service at this bank: projected, to instalments that fell due, of loans without arrears.",
    "",
    table([
      ["year", ...ahead.map((quarter) => `${quarter} ahead`)],
      ...years.map((year) => [String(year), ...ahead.map((quarter) => at(year, quarter))])
    ])
  ];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** Columns as wide as their widest cell, set right but for words. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const isWords = rows[0]!.map((_, column) => rows.slice(1).every((row) => /^[a-z_]+$/.test(row[column]!)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (isWords[column] ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join("  ");
  return rows.map(line).join("\n");
}
