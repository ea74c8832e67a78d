import {existsSync} from "node:fs";
import {join} from "node:path";
import {numbersOf, textsOf} from "#warehouse/engine/columns.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {identifier, literal} from "#warehouse/engine/engine.js";
import {UserError} from "#warehouse/engine/userError.js";
import type {LabRows, Samples} from "./rows.js";
import type {Spec} from "./spec.js";

type FilePopulation = Extract<Spec["population"], {from: "files"}>;

/**
 * The samples of a spec whose rows stand in CSV files of `folder`: every column but the outcome is a number, an empty cell is missing.
 * A row has no date and is an obligor of its own. Throws a UserError with file and column where it is not so.
 */
export async function fileSamples(spec: string, population: FilePopulation, folder: string | null): Promise<Samples> {
  if (folder === null) throw new UserError(`${spec}: its rows stand in files; name their folder with --from`);
  const train = await rowsOfFile(join(folder, population.train), population.outcome);
  for (const name of Object.keys(population.safer)) {
    if (!train.features.has(name)) throw new UserError(`${spec}: safer names ${name}, which ${population.train} lacks`);
  }
  const {test} = population;
  return {
    train,
    validation: null,
    safer: new Map([...train.features.keys()].map((name) => [name, population.safer[name] ?? "neither"])),
    windowMonths: 0,
    excluded: [],
    test: test === undefined ? null : async () => await testRows(join(folder, test), population, train)
  };
}

/** Throws a UserError where the test file lacks a column that the training file has. */
async function testRows(file: string, {train: of, outcome}: FilePopulation, train: LabRows): Promise<LabRows> {
  const rows = await rowsOfFile(file, outcome);
  const missing = [...train.features.keys()].find((name) => !rows.features.has(name));
  if (missing !== undefined) throw new UserError(`${file}: has no column ${missing}, which ${of} has`);
  return rows;
}

async function rowsOfFile(file: string, outcome: string): Promise<LabRows> {
  if (!existsSync(file)) throw new UserError(`${file}: is not there; name the folder of the files with --from`);
  const engine = await openDuckDB(":memory:", {threads: 1});
  try {
    const rows = `read_csv(${literal(file)}, header = true, parallel = false)`;
    const described = await engine.columns(`select column_name, column_type from (describe select * from ${rows})`);
    const names = textsOf(described, "column_name") as string[];
    const types = textsOf(described, "column_type") as string[];
    if (!names.includes(outcome)) throw new UserError(`${file}: has no column ${outcome}; it has ${names.join(", ")}`);
    const words = names.findIndex((_, index) => types[index] === "VARCHAR");
    if (words !== -1)
      throw new UserError(
        `${file}, column ${names[words]}: holds something that is no number; mend it or leave it out`
      );
    const features = names.filter((name) => name !== outcome);
    const picked = names.map((name) => `cast(${identifier(name)} as double) as ${identifier(name)}`);
    const columns = await engine.columns(`select ${picked.join(", ")} from ${rows}`);
    const outcomes = numbersOf(columns, outcome);
    outcomes.forEach((value, row) => {
      if (value !== 0 && value !== 1)
        throw new UserError(`${file}, line ${row + 2}, column ${outcome}: ${value} is neither 0 nor 1`);
    });
    const count = columns.rowCount;
    return {
      features: new Map(features.map((name) => [name, numbersOf(columns, name)])),
      defaulted: Uint8Array.from(outcomes),
      groups: Uint32Array.from({length: count}, (_, row) => row),
      names: Array.from({length: count}, (_, row) => String(row + 2)),
      days: new Int32Array(count),
      segments: Array.from({length: count}, () => null),
      isMeasured: new Uint8Array(count).fill(1)
    };
  } finally {
    engine.close();
  }
}
