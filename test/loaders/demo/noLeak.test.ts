import {readdirSync, readFileSync} from "node:fs";
import {expect, it} from "vitest";

const demo = new URL("../../../loaders/demo/", import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, demo), "utf8");
const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(new URL(folder, demo))
    .filter((name) => name.endsWith(ending))
    .map((name) => folder + name);

it("keeps the truth out of every query that makes an extract", () => {
  const queries = [
    ...filesIn("sql/extracts/", ".sql"),
    ...filesIn("sql/", ".sql").filter((path) => path !== "sql/tables.sql")
  ];
  expect(queries.length).toBeGreaterThan(18);
  for (const path of queries) expect([path, /true_|truth|latent|hazard/.test(text(path))]).toEqual([path, false]);
});

it("hands the latent index to the ledger and to nothing else of the bank", () => {
  const modules = filesIn("bank/", ".ts");
  expect(modules.length).toBeGreaterThan(4);
  for (const path of modules) {
    const imports = [...text(path).matchAll(/^import (.*) from "\.\.\/truth\/.*"/gm)].map((match) => match[1]);
    expect([path, imports.filter((name) => name !== "type {Payments}")]).toEqual([path, []]);
    if (path !== "bank/ledger.ts") expect([path, /\bindex\b.*Float64Array/.test(text(path))]).toEqual([path, false]);
  }
  expect(text("simulate.ts").match(/path\.index/g)).toHaveLength(1);
});
