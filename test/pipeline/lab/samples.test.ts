import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {withSamples} from "#pipeline/lab/samples.js";
import {readSpec} from "#pipeline/lab/spec.js";
import {train} from "#pipeline/lab/train.js";
import {validateExperiment} from "#pipeline/lab/validate.js";
import {isoDate} from "#warehouse/engine/columns.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {labBank, SPEC, type LabBank} from "../../support/labBank.js";
import {ownFolder} from "../../support/smallBank.js";

let bank: LabBank;
beforeAll(async () => {
  bank = await labBank({obligors: 200});
});

const population = (changes: object) => ({population: {...SPEC.population, ...changes}});
const samplesOf = (changes: Readonly<Record<string, unknown>> = {}) => {
  const file = bank.spec(changes);
  return withSamples({spec: readSpec(file), file, from: null, settings: bank.settings}, async (samples) => ({
    ...samples,
    tested: samples.test === null ? null : await samples.test()
  }));
};
const datesOf = ({days}: {days: Int32Array}) => [...new Set(days)].map(isoDate);

describe("samples of a warehouse", () => {
  it("follow each other in time, and no window reaches into the next", async () => {
    const {train: rows, validation, tested} = await samplesOf();
    expect(datesOf(rows)).toEqual(["2017-12-31", "2018-12-31", "2019-12-31"]);
    expect(datesOf(validation!)).toEqual(["2020-12-31"]);
    expect(datesOf(tested!)).toEqual(["2021-12-31", "2022-12-31", "2023-12-31", "2024-12-31"]);
  });

  it("purge training rows whose window is open when validation begins", async () => {
    const split = {...SPEC.split, train_until: "2019-12-31", validate: {from: "2020-06-30", until: "2020-12-31"}};
    const {excluded, train: rows} = await samplesOf({split, ...population({cohort_months: 12})});
    // The first validation row there is stands on 2020-12-31, so that nothing is purged.
    expect(excluded.find(({reason}) => reason.startsWith("window"))!.rows).toBe(0);
    expect(datesOf(rows)).toHaveLength(3);
  });

  it("leave out, and count, who is in default already or whose outcome is not known", async () => {
    const {excluded, train: rows, validation} = await samplesOf();
    const counts = new Map(excluded.map(({reason, rows: left}) => [reason, left]));
    expect(rows.defaulted.length + validation!.defaulted.length + counts.get("in default already")!).toBe(4 * 200);
    const all = await samplesOf({split: {kind: "cross_validation"}});
    const open = all.excluded.find(({reason}) => reason === "outcome not known")!.rows;
    expect(open).toBeGreaterThan(150);
    expect(all.train.defaulted.length + all.excluded.reduce((sum, each) => sum + each.rows, 0)).toBe(9 * 200);
  });

  it("are confined to the sections that are named, and count the others", async () => {
    const {train: rows, excluded} = await samplesOf(population({sections: ["F"]}));
    expect(new Set(rows.segments)).toEqual(new Set(["F"]));
    expect(rows.names.every((name) => name < "O0100")).toBe(true);
    expect(excluded.find(({reason}) => reason === "outside the population")!.rows).toBe(4 * 100);
  });

  it("have the directions that the contracts give", async () => {
    const {safer} = await samplesOf();
    expect([safer.get("days_past_due"), safer.get("utilisation_share"), safer.get("current_ratio")]).toEqual([
      "lower",
      "lower",
      "higher"
    ]);
  });

  it.each([
    [
      "a table that is not there",
      {features: [{table: "feat_mars", columns: "all"}]},
      /features name the table feat_mars; there are feat_/
    ],
    [
      "a column that is not there",
      {features: [{table: "feat_statements", columns: ["mars"]}]},
      /feat_statements\.mars; the table has /
    ],
    [
      "a date",
      {features: [{table: "feat_statements", columns: ["period_end"]}]},
      /feat_statements\.period_end, which holds date and no numbers/
    ],
    [
      "a column twice",
      {features: [{table: "feat_statements", columns: ["current_ratio", "current_ratio"]}]},
      /features name current_ratio twice; leave one out/
    ],
    [
      "what serves the relationship",
      {features: [{table: "feat_relationship", columns: ["complaints"]}]},
      /never an input to the default probability|the table has/
    ],
    [
      "a table that no run has built",
      {features: [{table: "feat_invoices", columns: ["log_sales"]}]},
      /feat_invoices has not been built for demo; run "loanscape run --source demo" first/
    ],
    ["a source that is not known", {source: "mars"}, /unknown source "mars"/]
  ])("are refused where the spec names %s", async (_, changes, sentence) => {
    await expect(samplesOf(population(changes))).rejects.toThrow(sentence);
  });

  it("are refused where their days do not follow each other", async () => {
    const split = {...SPEC.split, test_from: "2020-06-30"};
    await expect(samplesOf({split})).rejects.toThrow(/split: .* training, validation and test must follow each other/);
  });
});

describe("samples of files", () => {
  const folder = ownFolder("files");
  const lines = Array.from(
    {length: 120},
    (_, row) => `${(row * 7) % 40},${row % 5 === 0 ? "" : row % 11},${(row * 7) % 40 > 32 ? 1 : 0}`
  );
  writeFileSync(join(folder, "train.csv"), `a,b,class\n${lines.join("\n")}\n`);
  writeFileSync(join(folder, "test.csv"), `a,b,class\n${[...lines.slice(0, 60), "3,,1", "39,4,0"].join("\n")}\n`);
  const files = {from: "files", train: "train.csv", test: "test.csv", outcome: "class"};
  const spec = (changes: object = {}) =>
    bank.spec({population: {...files, ...changes}, split: {kind: "published"}, method: {kind: "logistic", ridge: 1}});
  const trained = (file: string, from: string | null = folder) => train({...bank.task, file, from});

  it("are read as they stand, and copies of training rows are measured apart", async () => {
    const {experiment} = await trained(spec());
    expect(experiment.trainedOn).toBeNull();
    const {record} = await validateExperiment({...bank.task, experiment: experiment.id, from: folder});
    expect([record.copies, record.figures.map(({sample}) => sample)]).toEqual([60, ["test", "test_without_copies"]]);
  });

  it.each([
    ["no folder", {}, null, /its rows stand in files; name their folder with --from/],
    [
      "a folder without the file",
      {},
      ownFolder("files-empty"),
      /train\.csv: is not there; name the folder of the files with --from/
    ],
    ["an outcome that is no column", {outcome: "mars"}, folder, /train\.csv: has no column mars; it has a, b, class/],
    [
      "an outcome that is neither 0 nor 1",
      {outcome: "a"},
      folder,
      /train\.csv, line \d+, column a: \d+ is neither 0 nor 1/
    ],
    [
      "a direction of a column that is not there",
      {safer: {mars: "lower"}},
      folder,
      /safer names mars, which train\.csv lacks/
    ]
  ])("are refused with %s", async (_, changes, from, sentence) => {
    await expect(trained(spec(changes), from)).rejects.toThrow(sentence);
  });

  it("are refused with a word among the numbers", async () => {
    const other = ownFolder("files-words");
    writeFileSync(join(other, "train.csv"), "a,b,class\n1,x,0\n2,y,1\n");
    await expect(trained(spec(), other)).rejects.toThrow(/train\.csv, column b: holds something that is no number/);
  });
});

describe("a validation without test rows", () => {
  it("judges the out-of-fold PDs of the rows that trained, and refuses when these have changed since", async () => {
    const own = await labBank({obligors: 200});
    const file = own.spec({split: {kind: "cross_validation"}});
    const kept = await train({...own.task, file, from: null});
    const engine = await openDuckDB(join(own.settings.state, "demo", "warehouse.duckdb"), {threads: 1});
    await engine.run("create table kept as select * from target_default");
    await engine.run("delete from target_default where obligor_id = 'O0007'");
    engine.close();
    const validating = () => validateExperiment({...own.task, experiment: kept.experiment.id, from: null});
    await expect(validating()).rejects.toThrow(/its training rows have changed since; train it again/);
    const again = await openDuckDB(join(own.settings.state, "demo", "warehouse.duckdb"), {threads: 1});
    await again.run("create or replace table target_default as select * from kept");
    again.close();
    const {record} = await validating();
    expect([record.sample, record.reading]).toEqual(["cross_validation", null]);
    const nested = kept.experiment.figures.find(({sample}) => sample === "cross_validation");
    expect(record.figures).toEqual([nested]);
  });
});
