import {UserError} from "#pipeline/userError.js";

const BENCHES = {
  demo: "./demo.js",
  site: "./site.js",
  ingest: "./ingest.js",
  features: "./features.js",
  accuracy: "./accuracy.js",
  coverage: "./coverage.js",
  logistic: "./logistic.js",
  binning: "./binning.js",
  kills: "./kills.js",
  damage: "./damage.js",
  "damaged-loads": "./damagedLoads.js"
} as const;

const [name, ...rest] = process.argv.slice(2);
const file = BENCHES[name as keyof typeof BENCHES] as string | undefined;
if (file === undefined) {
  process.stderr.write(`bench: name one of ${Object.keys(BENCHES).join(", ")}; for example npm run bench -- demo\n`);
  process.exitCode = 1;
} else {
  const {bench} = (await import(file)) as {bench: (args: readonly string[]) => Promise<void>};
  try {
    await bench(rest);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`bench: ${error.message}\n`);
    process.exitCode = 1;
  }
}
