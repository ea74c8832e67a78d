import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {bigints, columnsFrom, varchars} from "#warehouse/engine/columns.js";
import type {RunManifest} from "#warehouse/manifest.js";
import {martRunInputs} from "#warehouse/marts/mart_run_inputs.js";
import {martObligors} from "#warehouse/marts/mart_obligors.js";
import {currentSnapshot, publishSnapshot, readManifest, readMart} from "#warehouse/snapshot.js";

const manifest = (runId: string): Omit<RunManifest, "marts"> => ({
  runId,
  source: {id: "demo", name: {en: "Demo", zh: "示例"}, isSynthetic: true},
  currency: "CNY",
  observationDate: "2025-12-31",
  firstObservationDate: "2017-01-31",
  codeVersion: "c",
  packageVersion: "0.0.0",
  modelId: null,
  absent: [],
  inputs: []
});

const inputs = {
  contract: martRunInputs,
  sql: "-- One row per input of the run.",
  columns: columnsFrom({
    kind: varchars(["code"]),
    name: varchars(["loanscape"]),
    version: varchars(["c"]),
    rows: bigints([null])
  })
};

function stateFolder(): string {
  return mkdtempSync(join(tmpdir(), "loanscape-state-"));
}

describe("publishSnapshot", () => {
  it("makes the latest run current and keeps the earlier ones readable", () => {
    const state = stateFolder();
    const first = publishSnapshot(state, manifest("aaaa"), [inputs]);
    const second = publishSnapshot(state, manifest("bbbb"), [inputs]);
    expect(currentSnapshot(state)).toBe(second);
    expect(readManifest(first).runId).toBe("aaaa");
    expect(readManifest(second).marts.mart_run_inputs!.rows).toBe(1);
  });

  it("leaves what is current when it fails, and no draft behind", () => {
    const state = stateFolder();
    publishSnapshot(state, manifest("aaaa"), [inputs]);
    const broken = {...inputs, columns: {rowCount: 1, byName: new Map([["kind", null as never]])}};
    expect(() => publishSnapshot(state, manifest("bbbb"), [broken])).toThrow();
    expect(readManifest(currentSnapshot(state)).runId).toBe("aaaa");
    expect(readdirSync(join(state, "runs"))).toEqual(["aaaa"]);
  });

  it("leaves the folder of a run that is published again, and refuses other bytes under its name", () => {
    const state = stateFolder();
    const folder = publishSnapshot(state, manifest("aaaa"), [inputs]);
    const before = statSync(join(folder, "manifest.json")).ino;
    publishSnapshot(state, manifest("bbbb"), [inputs]);
    expect(publishSnapshot(state, manifest("aaaa"), [inputs])).toBe(folder);
    expect(statSync(join(folder, "manifest.json")).ino).toBe(before);
    expect(currentSnapshot(state)).toBe(folder);
    expect(() => publishSnapshot(state, {...manifest("aaaa"), currency: "USD"}, [inputs])).toThrow(/other bytes/);
    expect(readManifest(folder).currency).toBe("CNY");
  });

  it("sweeps what a killed run left half written", () => {
    const state = stateFolder();
    mkdirSync(join(state, "runs", ".draft-killed", "marts"), {recursive: true});
    publishSnapshot(state, manifest("aaaa"), [inputs]);
    expect(readdirSync(join(state, "runs"))).toEqual(["aaaa"]);
  });

  it("writes the same bytes for the same run", () => {
    const bytes = () => readFileSync(join(publishSnapshot(stateFolder(), manifest("aaaa"), [inputs]), "manifest.json"));
    expect(bytes()).toEqual(bytes());
  });

  it("says what to do when nothing has been published", () => {
    expect(() => currentSnapshot(stateFolder())).toThrow(/run "loanscape run" first/);
  });
});

describe("readMart", () => {
  it("gives an audience its own columns and no others", () => {
    const names = Object.keys(martObligors.columns);
    const columns = columnsFrom(Object.fromEntries(names.map((name) => [name, varchars(["x"])])));
    const snapshot = publishSnapshot(stateFolder(), manifest("aaaa"), [{contract: martObligors, columns, sql: ""}]);
    expect(existsSync(snapshot)).toBe(true);
    const seen = [...readMart(martObligors, {snapshot, audience: "management"}).columns.byName.keys()];
    expect(seen).toEqual(names.filter((name) => !["obligor_id", "name", "registration_number"].includes(name)));
  });

  it("says so when another version made the snapshot, whose mart lacks a column", () => {
    const older = {...inputs, columns: columnsFrom({kind: varchars(["code"]), name: varchars(["loanscape"])})};
    const snapshot = publishSnapshot(stateFolder(), manifest("aaaa"), [older]);
    const read = () => readMart(martRunInputs, {snapshot, audience: "risk"});
    expect(read).toThrow(/mart_run_inputs\.arrow: lacks version; another version of Loanscape made it/);
  });
});
