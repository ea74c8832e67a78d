import {readFileSync, readdirSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {dataDictionary} from "#pipeline/docs/dataDictionary.js";
import {editorSchemas} from "#pipeline/docs/schemas.js";

describe("generated papers (npm run docs)", () => {
  it("the data dictionary says what the contracts say", async () => {
    expect(readFileSync("docs/data-dictionary.md", "utf8")).toBe(await dataDictionary());
  });

  it("the editor schemas are those of the settings and policies", () => {
    const schemas = editorSchemas();
    expect(readdirSync("docs/schema").sort()).toEqual([...schemas.keys()].sort());
    for (const [name, text] of schemas) expect(readFileSync(`docs/schema/${name}`, "utf8")).toBe(text);
  });
});
