import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {columnsFrom, doubles, varchars} from "#warehouse/engine/columns.js";
import {literal, type Engine} from "#warehouse/engine/engine.js";
import {append} from "../bank/records.js";
import {HISTORY_MONTHS} from "../calendar.js";
import {SECTIONS} from "../industries.js";
import {sqlFile} from "../sqlFile.js";
import type {Factors} from "../truth/factors.js";
import {PLANTED_EVENTS, TRUTH} from "../truth/parameters.js";
import type {TruthPool} from "../truth/tally.js";
import {PARQUET} from "./writeExtract.js";

/** Writes the truth beside the bank, and returns the number of planted dirty rows. */
export async function writeTruth(engine: Engine, folder: string, factors: Factors): Promise<number> {
  await append(engine, "true_factor", factorColumns(factors));
  for (const name of ["truth_pd", "truth_defaults", "truth_factors"]) {
    await engine.run(`copy (${sqlFile(`truth/${name}`)}) to ${literal(join(folder, `${name}.parquet`))} (${PARQUET})`);
  }
  await engine.run(
    `copy (select * from dirty_row order by extract, line) to ${literal(join(folder, "dirty_rows.csv"))} (format csv, header)`
  );
  const events = PLANTED_EVENTS.map(({event, section, first, last, monthlyShift}) =>
    [event, section ?? "", first, last, monthlyShift].join(",")
  );
  await writeFile(
    join(folder, "truth_events.csv"),
    ["event,industry_section,first_month,last_month,monthly_shift", ...events, ""].join("\n")
  );
  const counted = await engine.columns("select count(*) as n from dirty_row");
  return Number((counted.byName.get("n")!.values as BigInt64Array)[0]);
}

function factorColumns({macro, bySection}: Factors) {
  const paths = [
    {section: null, values: macro},
    ...SECTIONS.map((section, index) => ({section, values: bySection[index]!}))
  ];
  const length = macro.length;
  return columnsFrom({
    month: doubles(Float64Array.from({length: length * paths.length}, (_, row) => (row % length) - HISTORY_MONTHS)),
    section: varchars(paths.flatMap(({section}) => Array.from({length}, () => section))),
    value: doubles(Float64Array.from(paths.flatMap(({values}) => [...values])))
  });
}

interface TruthReport {
  readonly seed: number;
  readonly obligors: number;
  readonly rowsByExtract: Readonly<Record<string, number>>;
  readonly dirtyRows: number;
  readonly pooled: TruthPool;
  readonly byYear: Readonly<Record<string, TruthPool>>;
}

/** Parameters, area under the curve of the true PD and counts. */
export async function writeTruthJson(folder: string, report: TruthReport): Promise<void> {
  const text = JSON.stringify({...report, parameters: TRUTH, plantedEvents: PLANTED_EVENTS}, null, 2);
  await writeFile(join(folder, "truth.json"), `${text}\n`);
}
