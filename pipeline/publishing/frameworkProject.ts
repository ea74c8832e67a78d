import {cpSync, mkdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

export const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

/** Packages whose versions Framework asks a registry for unless its cache names one; an empty folder is enough. */
const BUILT_INS = [
  "@duckdb/duckdb-wasm",
  "@observablehq/dot",
  "@observablehq/duckdb",
  "@observablehq/inputs",
  "@observablehq/mermaid",
  "@observablehq/plot",
  "@observablehq/sample-datasets",
  "@observablehq/sqlite",
  "@observablehq/tex",
  "apache-arrow",
  "arquero",
  "d3",
  "d3-dsv",
  "echarts",
  "htl",
  "jszip",
  "katex",
  "leaflet",
  "lodash",
  "mapbox-gl",
  "mermaid",
  "parquet-wasm",
  "react",
  "react-dom",
  "topojson-client"
];

/** What Framework itself reads; the loaders import the rest from where it is. */
const READ_BY_FRAMEWORK = ["[lang]", "data", "index.md.ts", "style"];

/**
 * Lays out a Framework project in a folder inside Loanscape's own, so that bare imports resolve.
 * Nothing of an earlier build stays: Framework does not see that the data behind a loader changed, and
 * would publish the old.
 */
export function layOutProject(folder: string): void {
  rmSync(folder, {recursive: true, force: true});
  const source = join(folder, "src");
  for (const name of BUILT_INS) {
    mkdirSync(join(source, ".observablehq", "cache", "_npm", `${name}@0.0.0`), {recursive: true});
  }
  for (const name of READ_BY_FRAMEWORK) cpSync(join(PROJECT, "src", name), join(source, name), {recursive: true});
  cpSync(join(PROJECT, "observablehq.config.ts"), join(folder, "observablehq.config.ts"));
}
