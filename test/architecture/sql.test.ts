import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {EXTRACTS} from "#loaders/contracts/index.js";
import {sqlTablesIn} from "#warehouse/sqlTable.js";
import {bare, doublesSummed, readIn, scoreContracts} from "../support/exactSums.js";

const LAYERS: Readonly<Record<string, RegExp>> = {
  features: /^(stg_|policy_|feat_observations$|feat_frame(_\w+)?$)/,
  book: /^(stg_|feat_|target_|score_)/,
  targets: /^(stg_|policy_|feat_observations$|target_)/,
  marts: /^(stg_|feat_|target_|score_|load_|quarantine$)/
};
const UNORDERED =
  /\b(avg|mean|stddev\w*|var_\w+|variance|regr_\w+|corr|covar_\w+|kurtosis|skewness|fsum|favg|geomean)\s*\(/i;
const FOREIGN = /\b(?:hash|random|setseed|uuid|now|today)\s*\(|\bcurrent_(?:date|time|timestamp)\b/i;

const tables = (
  await Promise.all(
    Object.keys(LAYERS).map((layer) => sqlTablesIn(new URL(`../../warehouse/${layer}/`, import.meta.url)))
  )
).flatMap((found) => [...found.values()]);

const contracts = new Map(
  [
    ...tables.map(({contract}) => contract),
    ...(await scoreContracts()),
    ...EXTRACTS.map((one) => ({...one, name: `stg_${one.name}`}))
  ].map((contract) => [contract.name, contract])
);

describe("the SQL of the warehouse", () => {
  it.each(tables.map(({contract, sql}) => [contract.name, sql] as const))("%s says its grain first", (_, sql) => {
    expect(sql).toMatch(/^-- One row per /);
  });

  for (const layer of Object.keys(LAYERS)) {
    it(`${layer} reads only the layers before it`, () => {
      for (const [name, sql] of filesOf(layer)) {
        for (const table of readIn(sql)) {
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
    expect(doublesSummed(sql, contracts)).toEqual([]);
  });

  it.each([
    "select sum(annual_rate) as x from stg_facilities",
    "select sum(case when product = 'other' then annual_rate end) from stg_facilities",
    "with a as (\nselect ratio(x, (y + 1)) as share, z from t),\nb as (\nselect sum(a.share) from a) select * from b",
    "with a as (\nselect cast(amount as double) as total from stg_orders),\nb as (\nselect sum(total) from a) select * from b"
  ])("is refused where it sums doubles: %s", (sql) => {
    expect(doublesSummed(sql, contracts)).toHaveLength(1);
  });

  it.each([
    "select sum(drawn * cast(annual_rate as decimal(9, 6))) from stg_facilities, stg_exposures",
    "select sum(case when annual_rate > 0.1 then amount end) from stg_facilities, stg_orders",
    "select sum(debt_service) from (select interest + principal as debt_service from stg_project_cashflows) as a"
  ])("is not where it sums others: %s", (sql) => {
    expect(doublesSummed(sql, contracts)).toEqual([]);
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
