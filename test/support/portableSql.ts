import {EXTRACTS} from "#loaders/contracts/index.js";

/** What one engine spells in its own way: it stands behind a named macro, and nowhere else. */
const CONSTRUCTS: Readonly<Record<string, RegExp>> = {
  "asof join": /\basof\b/gi,
  qualify: /\bqualify\b/gi,
  "filter (where ...)": /\bfilter\s*\(\s*where\b/gi,
  "list function": /\b(?:list|array)_\w+\s*\(|\b(?:list|unnest|flatten)\s*\(/gi,
  "list or subscript": /\[/g,
  "struct or map": /\{|\bstruct_\w+\s*\(|\bmap\s*\{/gi,
  interval: /\binterval\b/gi,
  "to_months(...) and the like": /\bto_(?:years|quarters|months|weeks|days|hours|minutes|seconds|\w*seconds)\s*\(/gi,
  "last_day(...)": /\blast_day\s*\(/gi,
  "date_trunc(...) and the like":
    /\b(?:date_trunc|datetrunc|date_diff|datediff|date_sub|date_add|date_part|datepart|strftime|strptime|make_date|age|epoch\w*)\s*\(/gi,
  "cast by ::": /::/g,
  "* exclude or * replace": /\bexclude\b|\*\s*replace\s*\(/gi,
  "columns(...)": /\bcolumns\s*\(/gi,
  "arg_max(...) and the like": /\b(?:arg_(?:max|min)|argm(?:ax|in)|max_by|min_by)\w*\s*\(/gi,
  "any_value(...) and the like": /\b(?:any_value|first|last|arbitrary|bool_or|bool_and|count_if|countif)\s*\(/gi,
  "median or quantile": /\b(?:median|mode|mad|approx_\w+|\w*quantile\w*|percentile_\w+)\s*\(/gi,
  "group by all": /\bgroup\s+by\s+all\b/gi,
  "order by all": /\border\s+by\s+all\b/gi,
  "semi, anti or positional join": /\b(?:semi|anti|positional)\s+join\b/gi,
  "range or generate_series": /\b(?:range|generate_series)\s*\(/gi,
  "split of a text": /\b(?:string_split\w*|str_split\w*|split_part|regexp_\w+)\s*\(/gi,
  try_cast: /\btry_cast\b|\btry\s*\(/gi,
  variable: /\bgetvariable\s*\(|\bset\s+variable\b/gi,
  "file as a table": /\b(?:read_\w+|parquet_scan|query_table|query)\s*\(/gi,
  "whole-number division by //": /\/\//g
};

/** Words that are dates in some extract, or by their ending. */
const DATED = [...new Set(EXTRACTS.flatMap(({columns}) => Object.entries(columns)))]
  .filter(([, {type}]) => type === "date")
  .map(([name]) => name);
const DATE = `(?:\\w+\\.)?(?:${DATED.join("|")}|\\w+_date|\\w+_day|date|day)`;
/** A date by name, or the earliest or latest of some, added to or taken from; day counts carry `days` in their names. */
const DATE_ARITHMETIC = new RegExp(
  `(?<![\\w.])(?:${DATE}|(?:min|max)\\(${DATE}\\)|date '[^']*'|cast\\([^()]* as date\\))\\s*[-+](?!-)|[-+]\\s*(?:${DATE}(?!\\w|\\s*\\()|(?:min|max)\\(${DATE}\\)|date ')`,
  "gi"
);

/** Every construct of one engine alone, as `file:line: construct`. */
export function engineSpecifics(file: string, sql: string): string[] {
  const text = bare(sql);
  return Object.entries({...CONSTRUCTS, "arithmetic on a date": DATE_ARITHMETIC}).flatMap(([construct, pattern]) =>
    [...text.matchAll(pattern)].map(({index}) => `${file}:${lineOf(text, index)}: ${construct}`)
  );
}

/** The statement with comments and quoted texts and names emptied, line for line. */
function bare(sql: string): string {
  return sql.replace(/--.*$/gm, "").replace(/'[^']*'/g, (quoted) => `'${quoted.replace(/[^\n]/g, "")}'`);
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}
