import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {UserError} from "#warehouse/engine/userError.js";
import {PROJECT_FOLDER} from "../settings/projectFolder.js";

export interface NewFeature {
  /** The table, such as `feat_orders`. */
  readonly table: string;
  /** What was written, from the project's folder. */
  readonly files: readonly string[];
  readonly next: readonly string[];
}

const LONGEST = 40;
/** Names of tables that a build keeps of its own, or lays rows down in before they take their place; it drops the latter. */
const KEPT =
  /^(frame|seen|observed|observations|touched|builds|changed_rates|(facility|project)_owners)(_|$)|_(next|mended|newest)$/;

/**
 * Writes the SQL, the contract and the test of a feature table: a working example to replace. Nothing else needs an edit. Throws a
 * UserError when the name will not do or is taken; nothing has been written then.
 */
export function newFeature(name: string, folder = PROJECT_FOLDER): NewFeature {
  requireName(name);
  const table = `feat_${name}`;
  const files = {
    [`warehouse/features/${table}.sql`]: textOf("feature.sql", name),
    [`warehouse/features/${table}.ts`]: textOf("contract.txt", name),
    [`test/warehouse/features/${name}.test.ts`]: textOf("test.txt", name)
  };
  for (const file of Object.keys(files)) {
    if (existsSync(join(folder, file))) throw new UserError(`${file} is there already; choose another name`);
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), {recursive: true});
    writeFileSync(join(folder, file), text, {flag: "wx"});
  }
  const [sql, contract, test] = Object.keys(files) as [string, string, string];
  const next = [
    `write the query in ${sql}`,
    `say of every column what it is, where it comes from, what no value means and which way is safer in ${contract}`,
    `compute cases by hand in ${test}, and run: npx vitest run ${test} test/warehouse/features/leak.test.ts`,
    "run: npm run check && npm run docs",
    `run: loanscape run, and then: loanscape features profile ${table}`
  ];
  return {table, files: Object.keys(files), next};
}

function requireName(name: string): void {
  const rule = "a name is lower-case words joined by _, such as order_delays";
  if (name.startsWith("feat_")) throw new UserError(`${JSON.stringify(name)}: leave out feat_, which is put before it`);
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name)) throw new UserError(`${JSON.stringify(name)} will not do: ${rule}`);
  if (name.length > LONGEST) throw new UserError(`${name} is longer than ${LONGEST} letters; ${rule}`);
  if (KEPT.test(name)) throw new UserError(`${name} is kept for the building of features; choose another name`);
}

function textOf(template: string, name: string): string {
  const text = readFileSync(new URL(`./template/${template}`, import.meta.url), "utf8");
  const camel = name.replace(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase());
  return text.replaceAll("feat_example", `feat_${name}`).replaceAll("featExample", `feat${camel}`);
}
