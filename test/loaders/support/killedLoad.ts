import {createInterface} from "node:readline/promises";
import {loadSource} from "#loaders/load.js";
import {sourceOf} from "#loaders/source.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";

// Told on stdin of a database and of a folder, a line each, it loads the demo source, saying on stdout when it begins. Whoever started it
// kills it.
const lines = createInterface({input: process.stdin})[Symbol.asyncIterator]();
const [database, folder] = [(await lines.next()).value, (await lines.next()).value];
const engine = await openDuckDB(database!);
process.stdout.write("loading\n");
await loadSource(engine, sourceOf("demo"), folder!);
engine.close();
process.stdout.write("done\n");
process.exit(0);
