import {readdirSync, readFileSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import {describe, expect, it} from "vitest";

/** What each folder may import, of the project's own folders and of packages; the longest matching folder rules. */
const RULES: readonly {folder: string; own: readonly string[]; packages: RegExp}[] = [
  {folder: "models/challenger", own: ["models"], packages: /^(simple-statistics|ml-random-forest)$/},
  {folder: "models", own: ["models"], packages: /^simple-statistics$/},
  {
    folder: "loaders/demo",
    own: ["loaders", "warehouse/engine", "warehouse/contract", "models/numerics"],
    packages: /^node:/
  },
  {
    folder: "loaders",
    own: [
      "loaders",
      "warehouse/column",
      "warehouse/engine",
      "warehouse/contract",
      "warehouse/loading",
      "warehouse/manifest"
    ],
    packages: /^(node:.*|fflate|hucre|pg|pg-copy-streams|tar-stream|yauzl|yaml|zod)$/
  },
  {folder: "warehouse/engine/duckdb.ts", own: ["warehouse"], packages: /^@duckdb\/node-api$/},
  {folder: "warehouse/engine/arrow.ts", own: ["warehouse"], packages: /^apache-arrow$/},
  {folder: "warehouse", own: ["warehouse"], packages: /^node:/},
  {
    folder: "pipeline",
    own: ["pipeline", "loaders", "warehouse", "models", "src/components", "src/format", "src/i18n"],
    packages: /^(node:.*|zod|yaml|cli-progress|sirv|jsdom|@uwdata\/flechette)$/
  },
  {
    folder: "src/live",
    own: ["src/live", "src/components/charts", "src/components/drawing", "src/format"],
    packages: /^(@uwdata\/flechette|@observablehq\/plot)$/
  },
  {folder: "src/prepare", own: ["src", "warehouse/engine/userError"], packages: /^(node:.*|esbuild)$/},
  {
    folder: "src",
    own: [
      "src/components",
      "src/findings",
      "src/format",
      "src/i18n",
      "src/pages",
      "warehouse/contract",
      "warehouse/definitions",
      "warehouse/engine/columns",
      "warehouse/manifest",
      "warehouse/marts",
      "warehouse/snapshot"
    ],
    packages: /^(@observablehq\/plot|@uwdata\/flechette|jsdom)$/
  },
  {folder: "bin", own: ["bin", "pipeline"], packages: /^(node:.*|commander|tsx\/esm\/api)$/}
];

const ROOT = resolve(".");
const files = ["bin", "loaders", "models", "pipeline", "src", "warehouse"].flatMap((folder) => filesBelow(folder));

describe("the house", () => {
  it.each(files)("%s imports what its folder may", (file) => {
    const rule = RULES.find(({folder}) => file === folder || file.startsWith(`${folder}/`))!;
    for (const specifier of importsOf(file)) {
      const own = ownPath(file, specifier);
      const isAllowed =
        own === null
          ? rule.packages.test(specifier)
          : rule.own.some((folder) => own === folder || own.startsWith(`${folder}/`) || own.startsWith(`${folder}.`));
      expect(isAllowed, `${file} imports ${specifier}: ${rule.folder}/ may import ${rule.own.join(", ")} only`).toBe(
        true
      );
    }
  });

  it("has no circles of imports", () => {
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .map((specifier) => ownPath(file, specifier)?.replace(/\.js$/, ".ts"))
          .filter((path): path is string => path !== undefined && path !== null)
      ])
    );
    const done = new Set<string>();
    const visit = (file: string, trail: readonly string[]): void => {
      expect(trail, [...trail, file].join(" -> ")).not.toContain(file);
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
      done.add(file);
    };
    for (const file of graph.keys()) visit(file, []);
  });

  it("keeps the clock, chance and the file system out of models", () => {
    for (const file of filesBelow("models")) {
      expect(readFileSync(file, "utf8"), file).not.toMatch(/Math\.random|Date\.now|new Date\(\)|process\.|console\./);
    }
  });

  it("opens the database client in one file", () => {
    const openers = files.filter((file) => importsOf(file).some((specifier) => specifier.startsWith("@duckdb/")));
    expect(openers).toEqual(["warehouse/engine/duckdb.ts"]);
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort();
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [
    ...text.matchAll(
      /^(?:import|export)\b[^;'"]*?from\s*["']([^"']+)["']|^import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm
    )
  ].map((match) => (match[1] ?? match[2] ?? match[3])!);
}

function ownPath(file: string, specifier: string): string | null {
  if (specifier.startsWith("#")) return specifier.slice(1);
  if (specifier.startsWith(".")) return relative(ROOT, resolve(dirname(file), specifier));
  return null;
}
