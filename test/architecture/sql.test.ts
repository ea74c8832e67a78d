import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {EXTRACTS} from "#loaders/contracts/index.js";
import {sqlTablesIn} from "#warehouse/sqlTable.js";

const LAYERS: Readonly<Record<string, RegExp>> = {
  features: /^(stg_|policy_|feat_observations$|feat_frame(_obligors)?$)/,
  book: /^(stg_|feat_|target_|score_)/,
  targets: /^(stg_|policy_|feat_observations$|target_)/,
  marts: /^(stg_|feat_|target_|score_|load_|quarantine$)/
};
const UNORDERED =
  /\b(avg|mean|stddev\w*|var_\w+|variance|regr_\w+|corr|covar_\w+|kurtosis|skewness|fsum|favg|geomean)\s*\(/i;
const FOREIGN = /\b(hash|random|setseed|uuid|now|current_date|current_timestamp|today)\b\s*(\(|$)/im;

const tables = (
  await Promise.all(
    Object.keys(LAYERS).map((layer) => sqlTablesIn(new URL(`../../warehouse/${layer}/`, import.meta.url)))
  )
).flatMap((found) => [...found.values()]);

/** Columns that are doubles in some contract: sums of these depend on the order of rows. */
const doubles = new Set(
  [...tables.map(({contract}) => contract), ...EXTRACTS].flatMap(({columns}) =>
    Object.entries(columns).flatMap(([name, {type}]) => (type === "double" ? [name] : []))
  )
);

describe("the SQL of the warehouse", () => {
  it.each(tables.map(({contract, sql}) => [contract.name, sql] as const))("%s says its grain first", (_, sql) => {
    expect(sql).toMatch(/^-- One row per /);
  });

  for (const layer of Object.keys(LAYERS)) {
    it(`${layer} reads only the layers before it`, () => {
      for (const [name, sql] of filesOf(layer)) {
        const made = new Set([...sql.matchAll(/^(\w+) as \($/gm)].map((match) => match[1]!));
        const read = [...bare(sql).matchAll(/\b(?:from|join)\s+(\w+)/g)].map((match) => match[1]!);
        for (const table of read.filter((each) => !made.has(each))) {
          expect(LAYERS[layer]!.test(table), `${name} reads ${table}`).toBe(true);
        }
      }
    });
  }

  it.each(everySql())("%s uses no aggregate, chance or clock that would differ from run to run", (_, sql) => {
    expect(bare(sql)).not.toMatch(UNORDERED);
    expect(bare(sql)).not.toMatch(FOREIGN);
  });

  it.each(tables.map(({contract, sql}) => [contract.name, sql] as const))("%s sums no doubles", (_, sql) => {
    for (const [, argument] of bare(sql).matchAll(/\bsum\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g)) {
      if (/^cast\(.* as (decimal|bigint|integer)/s.test(argument!)) continue;
      const summed = [...argument!.matchAll(/\w+/g)].map(([word]) => word).filter((word) => doubles.has(word));
      // A column of this name may be DECIMAL here and a double elsewhere; the table it comes from tells.
      for (const column of summed) {
        expect(/\bexposures\.|\bannual_rate as decimal/.test(argument!), `sum(${argument}) over ${column}`).toBe(true);
      }
    }
  });
});

function filesOf(layer: string): [string, string][] {
  const folder = join("warehouse", layer);
  const names = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  return names.map((name) => [name, readFileSync(join(folder, name), "utf8")]);
}

function everySql(): [string, string][] {
  return ["warehouse", "loaders", "pipeline"].flatMap((folder) =>
    readdirSync(folder, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile() && entry.name.endsWith(".sql"))
      .map((entry): [string, string] => {
        const path = join(entry.parentPath, entry.name);
        return [path, readFileSync(path, "utf8")];
      })
  );
}

/** The statement without comments and quoted text. */
function bare(sql: string): string {
  return sql.replace(/--.*$/gm, "").replace(/'[^']*'/g, "''");
}
