import {tableFromIPC} from "@uwdata/flechette";
import {describe, expect, it} from "vitest";
import {bookOf} from "#src/findings/bookColumns.js";
import {openSite} from "#src/findings/site.js";
import {numbersOf} from "#warehouse/engine/columns.js";
import {martObligors} from "#warehouse/marts/mart_obligors.js";
import {snapshotOf} from "../../support/openFixture.js";

const snapshot = snapshotOf("worsening");
const [risk, management] = (["risk", "management"] as const).map((audience) => openSite(snapshot, audience, "en"));
const column = (site: typeof risk, name: string) => Array.from(tableFromIPC(bookOf(site!)).getChild(name)!) as number[];
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);

describe("the book that the browser filters", () => {
  it("holds the amounts as they are for those who may know the obligor", () => {
    const exact = Array.from(numbersOf(risk!.mart(martObligors).columns, "drawn"));
    expect(column(risk, "drawn").sort((a, b) => a - b)).toEqual(exact.sort((a, b) => a - b));
  });

  it("holds no exact amount and no exact PD for the others, and the same totals to a thousandth", () => {
    for (const [name, step] of [
      ["drawn", 10_000],
      ["pd", 1e-4]
    ] as const) {
      for (const value of column(management, name)) {
        expect(Number.isNaN(value) || Math.abs(value / step - Math.round(value / step)) < 1e-6).toBe(true);
      }
      expect(total(column(management, name)) / total(column(risk, name))).toBeCloseTo(1, 3);
    }
  });

  it("names nobody", () => {
    const names = tableFromIPC(bookOf(risk!)).schema.fields.map((field) => field.name);
    expect(names).toEqual(["grade", "before", "industry", "size", "region", "tier", "pd", "drawn"]);
  });
});
