import {loadSource} from "#loaders/load.js";
import {sourceOf} from "#loaders/source.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";

// Loads the demo source, and dies without a word when it comes to the step.
const [database, folder, step] = process.argv.slice(2);
const engine = await openDuckDB(database!);
await loadSource(engine, sourceOf("demo"), folder!, {
  onProgress: (line) => {
    if (line === step) process.kill(process.pid, "SIGKILL");
  }
});
engine.close();
