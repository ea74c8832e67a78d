import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {auc} from "#models/validation/auc.js";
import {clusteredAuc} from "#models/validation/clusteredAuc.js";
import {rows, TWELVE} from "./samples.js";

describe("the AUC of clustered rows", () => {
  it("gives the oracle of five obligors on twelve rows (Obuchowski's formula in numpy)", () => {
    const groups = Uint32Array.of(0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 4);
    expect(clusteredAuc(TWELVE.risk, TWELVE.defaulted, groups).standardError).toBeCloseTo(0.08795657934493857, 12);
  });

  it("is DeLong's where each row is an obligor of its own", () => {
    fc.assert(
      fc.property(rows, ({risk, defaulted}) => {
        const own = Uint32Array.from(risk.keys());
        expect(clusteredAuc(risk, defaulted, own).standardError).toBeCloseTo(auc(risk, defaulted).standardError, 10);
      })
    );
  });

  it("learns nothing from rows that repeat", () => {
    const twice = <T extends Float64Array | Uint8Array>(column: T) => [...column, ...column];
    const groups = Uint32Array.from({length: 24}, (_, row) => row % 12);
    const doubled = clusteredAuc(
      Float64Array.from(twice(TWELVE.risk)),
      Uint8Array.from(twice(TWELVE.defaulted)),
      groups
    );
    expect(doubled.standardError).toBeCloseTo(auc(TWELVE.risk, TWELVE.defaulted).standardError, 10);
  });
});
