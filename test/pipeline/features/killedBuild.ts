import {createInterface} from "node:readline/promises";
import {bringUpToDate} from "#pipeline/features/build.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {defineMacros} from "#warehouse/macros/macros.js";
import {featureTables} from "../../support/features.js";

// Told on stdin of a warehouse, it brings its features up to date, saying on stdout which table it has come to. Whoever started it kills it.
const lines = createInterface({input: process.stdin})[Symbol.asyncIterator]();
const engine = await openDuckDB((await lines.next()).value!);
await defineMacros(engine);
await bringUpToDate(engine, featureTables, (name) => void process.stdout.write(`${name}\n`));
engine.close();
process.exit(0);
