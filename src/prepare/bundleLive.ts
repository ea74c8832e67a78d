import {readdirSync} from "node:fs";
import {join} from "node:path";
import {build} from "esbuild";

/**
 * Bundles the modules that pages load in the browser, with the packages that they use, into few files.
 * Left to Framework, Plot alone would be forty files, and a cold build twice as long.
 */
export async function bundleLive(source: string, target: string): Promise<void> {
  const entries = readdirSync(source).filter((name) => name.endsWith(".ts"));
  await build({
    absWorkingDir: source,
    entryPoints: entries.filter((name) => name.startsWith("page-")),
    outdir: join(target),
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: ["es2022"],
    chunkNames: "[name]-[hash]",
    legalComments: "none",
    logLevel: "silent"
  });
}
