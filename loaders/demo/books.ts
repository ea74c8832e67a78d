import type {Engine} from "#warehouse/engine/engine.js";
import {append} from "./bank/records.js";
import {columnsOfRows} from "./rowBuffer.js";
import {simulate, type World} from "./simulate.js";
import {sqlFile} from "./sqlFile.js";
import {publishedSeries} from "./truth/series.js";
import type {TruthTally} from "./truth/tally.js";

const STEPS = ["statements", "projects", "instalments", "flows", "counterparties", "invoice_lines"] as const;

/** Makes the tables and views that the queries of the extracts read, in place of any that are there. */
export async function writeBooks(
  engine: Engine,
  seed: number,
  world: World,
  onProgress: (line: string) => void = () => {}
): Promise<TruthTally> {
  await engine.run(`set variable seed = ${seed % 65_536}; set variable firms = ${world.obligors}`);
  await engine.run(sqlFile("tables"));
  await engine.run(sqlFile("macros"));
  const series = columnsOfRows(publishedSeries(world.draws, world.factors) as never, ["section", "series"]);
  await append(engine, "published_series", series);
  const tally = await simulate(engine, world, onProgress);
  for (const step of STEPS) await engine.run(sqlFile(step));
  return tally;
}
