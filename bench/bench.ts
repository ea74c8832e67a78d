import {UserError} from "#pipeline/userError.js";

const BENCHES = ["demo", "site"] as const;

const [name, ...rest] = process.argv.slice(2);
if (!BENCHES.some((bench) => bench === name)) {
  process.stderr.write(`bench: name one of ${BENCHES.join(", ")}; for example npm run bench -- demo\n`);
  process.exitCode = 1;
} else {
  const {bench} = (await import(`./${name}.ts`)) as {bench: (args: readonly string[]) => Promise<void>};
  try {
    await bench(rest);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`bench: ${error.message}\n`);
    process.exitCode = 1;
  }
}
