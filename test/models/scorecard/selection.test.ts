import {describe, expect, it} from "vitest";
import {byBin} from "#models/binning/binIndices.js";
import {candidatesOf} from "#models/scorecard/candidates.js";
import {correlations, varianceInflation} from "#models/scorecard/collinearity.js";
import {fitScorecard} from "#models/scorecard/fitScorecard.js";
import type {ScorecardOptions} from "#models/scorecard/options.js";
import {scoreTest, tested} from "#models/scorecard/scoreTest.js";
import {fitWoe} from "#models/scorecard/woeFit.js";
import {obligors, SAFER} from "./obligors.js";

const OPTIONS: ScorecardOptions = {safer: SAFER, floor: 0.0005, binning: {specials: [-999]}, maxCorrelation: 0.7};
const ROWS = obligors(6000, 2);
const {candidates} = candidatesOf(ROWS, OPTIONS, 0);
const named = (feature: string) => candidates.find((candidate) => candidate.feature === feature)!;
const fateOf = (feature: string, options: Partial<ScorecardOptions> = {}) =>
  fitScorecard(ROWS, {...OPTIONS, ...options}).fates.find((fate) => fate.feature === feature);

describe("the selection", () => {
  it("gives every candidate its fate, in the order given", () => {
    const {fates, characteristics, steps} = fitScorecard(ROWS, OPTIONS);
    expect(fates.map(({feature}) => feature)).toEqual([...ROWS.features.keys(), "sector"]);
    const chosen = fates.filter(({fate}) => fate === "chosen").map(({feature}) => feature);
    expect(characteristics.map(({feature}) => feature).sort()).toEqual([...chosen].sort());
    expect(steps.at(-1)!.features).toEqual(characteristics.map(({feature}) => feature));
    expect(fateOf("wrong")).toMatchObject({fate: "unbinned", reason: "against_sign"});
    expect(fateOf("noise")).toMatchObject({fate: "low_iv", limit: 0.02});
    const [kept, left] = chosen.includes("copy") ? ["copy", "margin"] : ["margin", "copy"];
    expect(fateOf(left)).toMatchObject({fate: "correlated", with: kept, limit: 0.7});
  });

  it("stops at its limits, and says so", () => {
    expect(fateOf("sector", {maxFeatures: 2})).toMatchObject({fate: "full", limit: 2});
    expect(fateOf("noise", {minIv: 0, maxPValue: 0.001})).toMatchObject({
      fate: expect.stringMatching(/not_sig|unbinned/)
    });
    const alike = fitScorecard(ROWS, {...OPTIONS, maxCorrelation: 1, maxVif: 1.5});
    expect(alike.fates.filter(({fate}) => fate === "vif").map(({feature}) => feature)).toHaveLength(1);
    for (const {vif, pValue} of alike.characteristics) {
      expect(vif).toBeLessThanOrEqual(1.5);
      expect(pValue).toBeLessThanOrEqual(0.05);
    }
  });

  it("takes exactly the features listed, but for those of the wrong sign", () => {
    const listed = fitScorecard(ROWS, {...OPTIONS, features: ["size", "noise", "leverage", "wrong"]});
    expect(listed.characteristics.map(({feature}) => feature)).toEqual(expect.arrayContaining(["size", "leverage"]));
    expect(listed.fates.find(({feature}) => feature === "margin")).toMatchObject({fate: "not_listed"});
    expect(listed.fates.find(({feature}) => feature === "wrong")).toMatchObject({fate: "unbinned"});
    for (const {coefficient} of listed.characteristics) expect(coefficient).toBeLessThan(0);
  });

  it("never lets the log-likelihood fall where a feature is added", () => {
    for (const {change, likelihoodRatio, pValue} of fitScorecard(ROWS, OPTIONS).steps) {
      if (change === "added") expect(likelihoodRatio).toBeGreaterThan(0);
      if (change === "added") expect(pValue).toBeLessThanOrEqual(0.05);
    }
  });
});

describe("the score test", () => {
  it("is that of the whole design, computed row by row", () => {
    const fit = fitWoe([named("leverage")], ROWS.defaulted, 0);
    const found = scoreTest(tested(fit.columns, ROWS.defaulted, fit, 0), named("size"));
    // U = Σ z (y - p); V = z'Wz - z'WX (X'WX)^-1 X'Wz, the inverse of a 2 x 2 by hand
    const [x, z] = [fit.columns[0]!, byBin([...named("size").weights], named("size").indices)];
    let [u, zz, z1, zx, w1, wx, wxx] = [0, 0, 0, 0, 0, 0, 0];
    ROWS.defaulted.forEach((flag, row) => {
      const pd = 1 / (1 + Math.exp(-(fit.intercept + fit.coefficients[0]! * x[row]!)));
      const w = pd * (1 - pd);
      u += z[row]! * (flag - pd);
      zz += w * z[row]! ** 2;
      z1 += w * z[row]!;
      zx += w * z[row]! * x[row]!;
      w1 += w;
      wx += w * x[row]!;
      wxx += w * x[row]! ** 2;
    });
    const left = zz - (z1 * z1 * wxx - 2 * z1 * zx * wx + zx * zx * w1) / (w1 * wxx - wx * wx);
    expect(found.statistic).toBeCloseTo((u * u) / left, 8);
    expect(found.coefficient).toBeCloseTo(u / left, 10);
  });

  it("foretells the likelihood ratio, and finds nothing in a feature that is in already", () => {
    const fit = fitWoe([named("leverage")], ROWS.defaulted, 0);
    const asked = tested(fit.columns, ROWS.defaulted, fit, 0);
    const grown = fitWoe([named("leverage"), named("size")], ROWS.defaulted, 0, fit);
    const ratio = 2 * (grown.logLikelihood - fit.logLikelihood);
    expect(scoreTest(asked, named("size")).statistic / ratio).toBeCloseTo(1, 1);
    expect(scoreTest(asked, named("leverage"))).toEqual({statistic: 0, pValue: 1, coefficient: 0});
  });
});

describe("collinearity", () => {
  it("of two features is 1 / (1 - r²), and has no end where one is another", () => {
    const correlate = correlations();
    const [a, b] = [named("margin"), named("copy")];
    const r = correlate(a, b);
    const [x, y] = [byBin([...a.weights], a.indices), byBin([...b.weights], b.indices)];
    expect(r).toBeCloseTo(pearson(x, y), 10);
    expect(varianceInflation([a, b], correlate)[0]).toBeCloseTo(1 / (1 - r * r), 10);
    expect(varianceInflation([a, b, {...a}], correlate)).toEqual([Infinity, Infinity, Infinity]);
    expect(varianceInflation([a], correlate)).toEqual([1]);
  });
});

function pearson(x: Float64Array, y: Float64Array): number {
  const n = x.length;
  const sum = (of: (row: number) => number) => Array.from(x.keys()).reduce((total, row) => total + of(row), 0);
  const [sx, sy] = [sum((row) => x[row]!), sum((row) => y[row]!)];
  const [sxx, syy, sxy] = [sum((row) => x[row]! ** 2), sum((row) => y[row]! ** 2), sum((row) => x[row]! * y[row]!)];
  return (n * sxy - sx * sy) / Math.sqrt((n * sxx - sx * sx) * (n * syy - sy * sy));
}
