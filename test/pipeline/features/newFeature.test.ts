import {execFileSync} from "node:child_process";
import {cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {newFeature} from "#pipeline/features/newFeature.js";
import {PROJECT_FOLDER} from "#pipeline/settings/projectFolder.js";

const folder = () => mkdtempSync(join(tmpdir(), "loanscape-feature-"));

describe("a new feature table", () => {
  it("is three files, named for what it is about, and a list of what comes next", () => {
    const where = folder();
    const made = newFeature("order_delays", where);
    expect(made.table).toBe("feat_order_delays");
    expect(made.files).toEqual([
      "warehouse/features/feat_order_delays.sql",
      "warehouse/features/feat_order_delays.ts",
      "test/warehouse/features/order_delays.test.ts"
    ]);
    const [sql, contract, test] = made.files.map((file) => readFileSync(join(where, file), "utf8"));
    expect(sql).toMatch(
      /^-- One row per obligor in the book and observation date: .*\ncreate or replace table feat_order_delays as\n/
    );
    expect(contract).toContain('export const featOrderDelays = defineTable({\n  name: "feat_order_delays"');
    expect(test).toContain('featureTables.get("feat_order_delays")');
    for (const text of [sql, contract, test]) expect(text).not.toMatch(/example_|feat_example|featExample/);
    expect(made.next.join("\n")).toContain("npx vitest run test/warehouse/features/order_delays.test.ts");
  });

  it.each([
    ["Orders", /"Orders" will not do: a name is lower-case words joined by _, such as order_delays/],
    ["order-delays", /will not do/],
    ["1st", /will not do/],
    ["order__delays", /will not do/],
    ["../orders", /will not do/],
    ["", /will not do/],
    ["feat_orders", /leave out feat_/],
    ["frame_orders", /is kept for the building of features/],
    ["orders_next", /is kept for the building of features/],
    ["orders_newest", /is kept for the building of features/],
    ["builds", /is kept for the building of features/],
    ["seen_orders", /is kept for the building of features/],
    ["touched", /is kept for the building of features/],
    ["a".repeat(41), /longer than 40 letters/]
  ])("refuses the name %j, and writes nothing", (name, message) => {
    const where = folder();
    expect(() => newFeature(name, where)).toThrow(message);
    expect(readdirSync(where)).toEqual([]);
  });

  it("refuses a name that is taken, whichever file takes it, and leaves that file as it is", () => {
    for (const [index] of [0, 1, 2].entries()) {
      const where = folder();
      const {files} = newFeature("order_delays", where);
      for (const [at, file] of files.entries()) if (at !== index) rmSync(join(where, file));
      expect(() => newFeature("order_delays", where)).toThrow(`${files[index]!} is there already; choose another name`);
      expect(files.map((file) => existsSync(join(where, file)))).toEqual(files.map((_, at) => at === index));
    }
  });
});

describe("the documented steps, in a copy of the project", () => {
  const copy = folder();
  const run = (command: string, args: readonly string[]) =>
    execFileSync(process.execPath, [join("node_modules", command), ...args], {
      cwd: copy,
      encoding: "utf8",
      stdio: "pipe"
    });
  afterAll(() => rmSync(copy, {recursive: true, force: true}));

  it("give a table that passes its types, lint, format and tests, and is built and read without another edit", () => {
    for (const name of [
      "bin",
      "data/policy",
      "data/reference",
      "loaders",
      "models",
      "pipeline",
      "src",
      "test",
      "warehouse"
    ])
      cpSync(join(PROJECT_FOLDER, name), join(copy, name), {recursive: true});
    const files = readdirSync(PROJECT_FOLDER).filter((name) => /\.(json|ts|yaml)$|^\.(oxlint|prettier)/.test(name));
    for (const name of files) cpSync(join(PROJECT_FOLDER, name), join(copy, name));
    symlinkSync(join(PROJECT_FOLDER, "node_modules"), join(copy, "node_modules"));

    const wrote = JSON.parse(
      run("tsx/dist/cli.mjs", ["bin/loanscape.ts", "feature", "new", "order_spread", "--json"])
    ) as {files: string[]};
    const code = wrote.files.filter((file) => file.endsWith(".ts"));
    run("prettier/bin/prettier.cjs", ["--check", ...code]);
    run("oxlint/bin/oxlint", ["--deny-warnings", ...code]);
    const types = {extends: "./tsconfig.json", include: code};
    writeFileSync(join(copy, "tsconfig.feature.json"), JSON.stringify(types));
    run("typescript/bin/tsc", ["--noEmit", "-p", "tsconfig.feature.json"]);
    run("vitest/vitest.mjs", [
      "run",
      "test/warehouse/features/order_spread.test.ts",
      "test/architecture/sql.test.ts",
      "test/warehouse/features/leak.test.ts",
      "-t",
      "order_spread"
    ]);
    const described = run("tsx/dist/cli.mjs", ["bin/loanscape.ts", "features", "describe", "order_spread", "--json"]);
    expect(JSON.parse(described)).toMatchObject({
      ok: true,
      features: [{table_name: "feat_order_spread", feature: "largest_order_share", sources: "orders", safer: "lower"}]
    });
  });
});
