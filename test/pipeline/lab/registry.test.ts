import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import type {Experiment} from "#pipeline/lab/experiment.js";
import {sha256} from "#pipeline/lab/jsonFiles.js";
import type {FittedModel} from "#pipeline/lab/methods.js";
import {predictionColumns} from "#pipeline/lab/predictions.js";
import {
  experimentOf,
  experimentsIn,
  keepExperiment,
  modelOf,
  predictionsOf,
  recordFile,
  type Artefacts
} from "#pipeline/lab/registry.js";
import {rowsOf} from "#warehouse/engine/columns.js";
import {plantedRows} from "../../support/labRows.js";
import {ownFolder} from "../../support/smallBank.js";

const rows = plantedRows(4);
const predictions = predictionColumns([
  {sample: "cross_validation", rows, pds: Float64Array.from(rows.defaulted, (_, row) => (row + 1) / 100)}
]);

function artefacts(name: string, id: string, trainedAt: string): Artefacts {
  const model = {kind: "logistic", intercept: id.length} as unknown as FittedModel;
  const experiment = {id, spec: {model: name}, trainedAt, modelHash: sha256(JSON.stringify(model))};
  return {experiment: experiment as unknown as Experiment, model, predictions};
}

/** Two of one model and one of another, kept in another order than that of their training. */
function filled(): string {
  const registry = ownFolder("registry");
  keepExperiment(registry, artefacts("demo", "demo-bbb222", "2026-01-02"));
  keepExperiment(registry, artefacts("other", "other-abc111", "2026-01-03"));
  keepExperiment(registry, artefacts("demo", "demo-bac111", "2026-01-01"));
  return registry;
}

describe("the registry", () => {
  it("gives back what it was given", () => {
    const registry = filled();
    const {experiment, model} = artefacts("demo", "demo-bbb222", "2026-01-02");
    const found = experimentOf(registry, "demo-bbb222");
    expect(found).toEqual(experiment);
    expect(modelOf(registry, found)).toEqual(model);
    expect(rowsOf(predictionsOf(registry, found))).toEqual(rowsOf(predictions));
  });

  it("lists experiments by the time of training", () => {
    expect(experimentsIn(filled()).map(({id}) => id)).toEqual(["demo-bac111", "demo-bbb222", "other-abc111"]);
    expect(experimentsIn(ownFolder("registry"))).toEqual([]);
  });

  it("keeps the first of an id as it stands", () => {
    const registry = filled();
    const file = recordFile(registry, "demo-bbb222", "experiment.json");
    const before = readFileSync(file, "utf8");
    const again = artefacts("demo", "demo-bbb222", "2030-01-01");
    expect(keepExperiment(registry, again)).toBe("there already");
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  it("keeps an experiment whole or not at all", () => {
    const registry = filled();
    const broken = artefacts("demo", "demo-ccc333", "2026-01-04");
    const failing = {
      ...broken,
      get predictions(): never {
        throw new Error("the disk is full");
      }
    };
    expect(() => keepExperiment(registry, failing)).toThrow("the disk is full");
    // As a kill between two files leaves it.
    const part = join(registry, "experiments", "demo-ddd444.part");
    mkdirSync(part);
    writeFileSync(join(part, "model.json"), "{");
    expect(experimentsIn(registry)).toHaveLength(3);
    expect(existsSync(join(registry, "experiments", "demo-ccc333"))).toBe(false);
    for (const id of ["demo-ccc333", "demo-ddd444"])
      expect(keepExperiment(registry, artefacts("demo", id, "2026-01-04"))).toBe("kept");
    expect(readdirSync(join(registry, "experiments")).filter((name) => name.endsWith(".part"))).toEqual([]);
    expect(readdirSync(join(registry, "experiments", "demo-ddd444")).sort()).toEqual([
      "experiment.json",
      "model.json",
      "predictions.arrow"
    ]);
  });

  it("does not take a stray file for an experiment", () => {
    const registry = filled();
    writeFileSync(join(registry, "experiments", ".DS_Store"), "");
    expect(experimentsIn(registry)).toHaveLength(3);
  });

  it("finds an experiment by its id, by a beginning that one alone has, and by its model's name the latest", () => {
    const registry = filled();
    const found = (wanted: string) => experimentOf(registry, wanted).id;
    expect([found("demo-bac111"), found("demo-ba"), found("demo"), found("o")]).toEqual([
      "demo-bac111",
      "demo-bac111",
      "demo-bbb222",
      "other-abc111"
    ]);
  });

  it("says which there are where a name fits none or several", () => {
    const registry = filled();
    const there = "there are demo-bac111, demo-bbb222, other-abc111";
    expect(() => experimentOf(registry, "demo-b")).toThrow(`demo-b: several experiments begin so; ${there}`);
    expect(() => experimentOf(registry, "mars")).toThrow(`mars: no experiment is called so; ${there}`);
    expect(() => experimentOf(ownFolder("registry"), "demo")).toThrow(
      'demo: no experiment is called so; there is none yet; run "loanscape train SPEC" first'
    );
  });

  it("refuses a model that is not the one that was trained", () => {
    const registry = filled();
    const experiment = experimentOf(registry, "other");
    const file = recordFile(registry, experiment.id, "model.json");
    writeFileSync(file, readFileSync(file, "utf8").replace("12", "13"));
    expect(() => modelOf(registry, experiment)).toThrow(`${file}: is not the model that was trained`);
  });
});
