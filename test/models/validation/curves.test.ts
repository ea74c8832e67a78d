import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {auc} from "#models/validation/auc.js";
import {curvesOf} from "#models/validation/curves.js";
import {gainsTable} from "#models/validation/gains.js";
import {ks} from "#models/validation/ks.js";
import {riskLevels} from "#models/validation/riskLevels.js";
import {drawnSample, rows, TWELVE} from "./samples.js";

describe("the ROC and CAP curves", () => {
  it("hold the AUC below them, and the Gini between them", () => {
    fc.assert(
      fc.property(rows, ({risk, defaulted}) => {
        const levels = riskLevels(risk, defaulted);
        const points = curvesOf(levels);
        const area = (x: "falseAlarmRate" | "share") =>
          points
            .slice(1)
            .reduce(
              (sum, point, k) => sum + ((point[x] - points[k]![x]) * (point.hitRate + points[k]!.hitRate)) / 2,
              0
            );
        const estimate = auc(risk, defaulted).auc;
        expect(area("falseAlarmRate")).toBeCloseTo(estimate, 12);
        // Accuracy ratio: the CAP curve's area above the diagonal, over that of the perfect model.
        const odr = levels.totalEvents / risk.length;
        expect((area("share") - 0.5) / ((1 - odr) / 2)).toBeCloseTo(2 * estimate - 1, 12);
        expect(points.at(-1)).toMatchObject({hitRate: 1, falseAlarmRate: 1, share: 1});
      })
    );
  });

  it("are thinned without losing their ends or much of their area", () => {
    const {pd, defaulted} = drawnSample(5000, 1);
    const points = curvesOf(riskLevels(pd, defaulted), {most: 100});
    expect(points.length).toBeLessThanOrEqual(102);
    const area = points.slice(1).reduce((sum, point, k) => {
      return sum + ((point.falseAlarmRate - points[k]!.falseAlarmRate) * (point.hitRate + points[k]!.hitRate)) / 2;
    }, 0);
    expect(area).toBeCloseTo(auc(pd, defaulted).auc, 2);
    expect(points[0]!.risk).toBeNull();
    expect(points.at(-1)!.risk).toBe(Math.min(...pd));
  });
});

describe("KS", () => {
  it("gives the oracle of twelve rows with its place (scipy 1.17.1)", () => {
    const found = ks(TWELVE.risk, TWELVE.defaulted);
    expect(found.ks).toBeCloseTo(0.7142857, 7);
    expect(found.risk).toBe(0.2); // by hand: five of seven others and no defaulter at or below it
    expect(found.share).toBeCloseTo(5 / 12, 12);
  });

  it("is the greatest height of the ROC curve above or below its diagonal", () => {
    fc.assert(
      fc.property(rows, ({risk, defaulted}) => {
        const heights = curvesOf(riskLevels(risk, defaulted)).map((point) =>
          Math.abs(point.hitRate - point.falseAlarmRate)
        );
        expect(ks(risk, defaulted).ks).toBeCloseTo(Math.max(...heights), 12);
      })
    );
  });
});

describe("the gains table", () => {
  it("counts by hand, sharing ties across a boundary", () => {
    const levels = riskLevels(Float64Array.of(3, 2, 2, 1), Uint8Array.of(1, 1, 0, 0));
    const table = gainsTable(levels, {parts: 2});
    expect(table.map(({events}) => events)).toEqual([1.5, 0.5]); // 1 of risk 3, half of the one at risk 2
    expect(table.map(({lift}) => lift)).toEqual([1.5, 0.5]);
    expect(table.map(({cumulativeLift}) => cumulativeLift)).toEqual([1.5, 1]);
    expect(table.map(({capturedShare}) => capturedShare)).toEqual([0.75, 1]);
    expect(table.map(({odr}) => odr)).toEqual([0.75, 0.25]);
  });

  it("loses no defaulter, whatever the parts", () => {
    fc.assert(
      fc.property(rows, fc.integer({min: 1, max: 12}), ({risk, defaulted}, parts) => {
        const table = gainsTable(riskLevels(risk, defaulted), {parts});
        const events = defaulted.reduce((sum, flag) => sum + flag, 0);
        expect(table.reduce((sum, row) => sum + row.events, 0)).toBeCloseTo(events, 10);
        expect(table.every((row) => row.events >= -1e-12 && row.events <= row.observations + 1e-12)).toBe(true);
        expect(table.at(-1)).toMatchObject({capturedShare: 1, cumulativeLift: 1});
      })
    );
  });
});
