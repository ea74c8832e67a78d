import {createRequire} from "node:module";
import {pathToFileURL} from "node:url";
import {expect, it} from "vitest";
import {varchars, type Columns} from "#warehouse/engine/columns.js";
import {martObligors} from "#warehouse/marts/mart_obligors.js";
import {PAGES} from "#src/components/pages.js";
import type {Site} from "#src/findings/site.js";
import {PAGE_OF} from "#src/pages/index.js";
import {openFixture} from "../../support/openFixture.js";

interface Parsed {
  readonly body: string;
  readonly code: readonly unknown[];
}

const module = createRequire(import.meta.url).resolve("@observablehq/framework/dist/markdown.js");
const {createMarkdownIt, parseMarkdown} = (await import(pathToFileURL(module).href)) as {
  createMarkdownIt(): unknown;
  parseMarkdown(source: string, options: object): Parsed;
};

const NAMES = ["x\r\r```js\rdocument.title=1+1\r```\r\ry", "x\n\n```js\nrun()\n```\n", "${run()}", "`${run()}`"];

/** The fixture with every text that comes from outside replaced by one name. */
function namedAll(name: string): Site {
  const site = openFixture("worsening", "en");
  const obligors = site.mart(martObligors);
  const names = varchars(Array.from({length: obligors.columns.rowCount}, () => name));
  const columns: Columns = {...obligors.columns, byName: new Map([...obligors.columns.byName, ["name", names]])};
  const manifest = {...site.manifest, source: {...site.manifest.source, name: {en: name, zh: name}}};
  return {
    ...site,
    manifest,
    mart: (contract) => (contract.name === martObligors.name ? {...obligors, columns} : site.mart(contract))
  };
}

it.each(NAMES)("Framework finds no code in a page, whatever an obligor and the source are called: %j", (name) => {
  for (const page of PAGES) {
    const source = PAGE_OF[page](namedAll(name));
    const {code, body} = parseMarkdown(source, {md: createMarkdownIt(), path: `/en/${page}.md`});
    expect([page, code]).toEqual([page, []]);
    expect([page, body.match(/<pre data-language|observablehq-block|<!--:/g)]).toEqual([page, null]);
  }
});

it("Framework does find code in the same name when it is not escaped", () => {
  const {code} = parseMarkdown(`<div>${NAMES[0]}</div>`, {md: createMarkdownIt(), path: "/en/x.md"});
  expect(code.length).toBeGreaterThan(0);
});
