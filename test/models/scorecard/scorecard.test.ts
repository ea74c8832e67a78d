import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {permutation, randomOf} from "#models/numerics/random.js";
import {masterScale, gradeIndexOf} from "#models/rating/masterScale.js";
import {applyScorecard, indicesOf, pointsOf, type FeatureValues} from "#models/scorecard/applyScorecard.js";
import {fitScorecard} from "#models/scorecard/fitScorecard.js";
import {gradeCuts, gradeOfScore} from "#models/scorecard/gradeCuts.js";
import type {ScorecardOptions} from "#models/scorecard/options.js";
import {pdOfScore, scoreRange} from "#models/scorecard/pdOfScore.js";
import {reasonsOf} from "#models/scorecard/reasonsOf.js";
import {factorOf, offsetOf, scaledPd} from "#models/scorecard/scaling.js";
import {auc} from "#models/validation/auc.js";
import {cards, temptingValues} from "./cards.js";
import {obligors, SAFER} from "./obligors.js";

const OPTIONS: ScorecardOptions = {safer: SAFER, floor: 0.0005, binning: {specials: [-999]}, maxCorrelation: 0.7};
const TRAINING = obligors(6000, 1);
const CARD = fitScorecard(TRAINING, OPTIONS);

function moved<Rows extends FeatureValues>({features, categories}: Rows, order: Uint32Array): FeatureValues {
  return {
    features: new Map([...features].map(([name, column]) => [name, Float64Array.from(order, (row) => column[row]!)])),
    categories: new Map([...categories!].map(([name, column]) => [name, Array.from(order, (row) => column[row]!)]))
  };
}

describe("a scorecard", () => {
  it("gives scores that are the sum of whole points", () => {
    const {score} = applyScorecard(CARD, TRAINING);
    const points = [...pointsOf(CARD, TRAINING).values()];
    score.forEach((each, row) => {
      expect(each).toBe(points.reduce((sum, column) => sum + column[row]!, CARD.basePoints));
    });
    expect(CARD.characteristics.flatMap(({points: all}) => [...all]).every(Number.isInteger)).toBe(true);
  });

  it("gives PDs that are a function of the score, never rise with it, and meet the default rate on average", () => {
    const {score, pd} = applyScorecard(CARD, TRAINING);
    const [least, greatest] = scoreRange(CARD);
    expect(Math.min(...score)).toBeGreaterThanOrEqual(least);
    expect(Math.max(...score)).toBeLessThanOrEqual(greatest);
    pd.forEach((each, row) => expect(each).toBe(pdOfScore(CARD, score[row]!)));
    for (let each = least; each < greatest; each++) {
      expect(pdOfScore(CARD, each + 1)).toBeLessThanOrEqual(pdOfScore(CARD, each));
    }
    const {events, observations, meanPd} = CARD.training;
    expect(meanPd).toBeCloseTo(events / observations, 6); // the floor lifts a few
    expect(fitScorecard(TRAINING, {...OPTIONS, floor: 0}).training.meanPd).toBeCloseTo(events / observations, 12);
    const aimed = fitScorecard(TRAINING, {...OPTIONS, target: 0.03});
    expect(applyScorecard(aimed, TRAINING).pd.reduce((sum, each) => sum + each, 0) / observations).toBeCloseTo(0.03, 4);
    const risk = applyScorecard(aimed, TRAINING).pd;
    expect(auc(risk, TRAINING.defaulted).auc).toBe(auc(pd, TRAINING.defaulted).auc); // calibration keeps rank
  });

  it("loses next to nothing to rounding", () => {
    const exact = new Float64Array(TRAINING.defaulted.length).fill(CARD.intercept);
    for (const {feature, bins, coefficient} of CARD.characteristics) {
      indicesOf(feature, bins, TRAINING).forEach((bin, row) => (exact[row]! += coefficient * bins.bins[bin]!.woe));
    }
    const {score} = applyScorecard(CARD, TRAINING);
    const [factor, offset] = [factorOf(CARD.scaling), offsetOf(CARD.scaling)];
    const errors = exact.map((odds, row) => score[row]! - (offset - factor * odds));
    expect(Math.abs(errors.reduce((sum, error) => sum + error, 0) / errors.length)).toBeLessThanOrEqual(0.5);
    const most = (CARD.characteristics.length + 1) / 2 + CARD.characteristics.length / 2;
    expect(Math.max(...errors.map(Math.abs))).toBeLessThanOrEqual(most);
  });

  it("doubles the odds every `pdo` points, from the base odds at the base score", () => {
    const scaling = {pdo: 20, baseScore: 600, baseOdds: 50};
    expect(scaledPd(600, scaling)).toBeCloseTo(1 / 51, 14);
    expect(scaledPd(620, scaling)).toBeCloseTo(1 / 101, 14);
    expect(scaledPd(580, scaling)).toBeCloseTo(1 / 26, 14);
  });

  it("counts safer as safer in every characteristic, and the unknown never better than the best", () => {
    for (const {bins, points, coefficient} of CARD.characteristics) {
      expect(coefficient).toBeLessThan(0);
      bins.bins.forEach(({woe}, a) =>
        bins.bins.forEach((other, b) => {
          if (woe > other.woe) expect(points[a]).toBeGreaterThanOrEqual(points[b]!);
        })
      );
      const known = points.filter((_, bin) => !["missing", "unseen"].includes(bins.bins[bin]!.kind));
      bins.bins.forEach(({kind}, bin) => {
        if (kind === "missing" || kind === "unseen") expect(points[bin]).toBeLessThanOrEqual(Math.max(...known));
      });
    }
  });

  it("scores each row alike whatever the order, and the same after JSON", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({min: 1, max: 300}), (seed, rows) => {
        const drawn = obligors(rows, seed);
        const order = permutation(rows, randomOf(seed + 1));
        const {score, pd} = applyScorecard(CARD, drawn);
        const again = applyScorecard(JSON.parse(JSON.stringify(CARD)) as typeof CARD, moved(drawn, order));
        expect(again.score).toEqual(Int32Array.from(order, (row) => score[row]!));
        expect(again.pd).toEqual(Float64Array.from(order, (row) => pd[row]!));
      }),
      {numRuns: 20}
    );
  });

  it("is the same fit whatever the order of training rows", () => {
    const order = permutation(6000, randomOf(3));
    const defaulted = Uint8Array.from(order, (row) => TRAINING.defaulted[row]!);
    const again = fitScorecard({...moved(TRAINING, order), defaulted, groups: order}, OPTIONS);
    expect(again.basePoints).toBe(CARD.basePoints);
    expect(again.characteristics.map(({feature, points, bins}) => ({feature, points, bins}))).toEqual(
      CARD.characteristics.map(({feature, points, bins}) => ({feature, points, bins}))
    );
  });

  it("orders as before where a feature goes through a rising transform", () => {
    const doubled = new Map([...TRAINING.features].map(([name, column]) => [name, column.map((value) => 2 * value)]));
    const options = {...OPTIONS, binning: {specials: [-1998]}};
    const {score} = applyScorecard(fitScorecard({...TRAINING, features: doubled}, options), {
      ...TRAINING,
      features: doubled
    });
    expect(score).toEqual(applyScorecard(CARD, TRAINING).score);
  });

  it("grades by score as by PD", () => {
    const uppers = fc.uniqueArray(fc.double({min: 1e-4, max: 0.99, noNaN: true}), {minLength: 7, maxLength: 15});
    fc.assert(
      fc.property(cards, uppers, (card, drawn) => {
        const bands = [...drawn.sort((a, b) => a - b), 1].map((upperPd, at) => ({label: `G${at}`, upperPd}));
        const scale = masterScale(bands);
        const cuts = gradeCuts(card, scale);
        const [least, greatest] = scoreRange(card);
        for (let score = least; score <= greatest; score++) {
          expect(gradeOfScore(cuts, score)).toBe(scale[gradeIndexOf(pdOfScore(card, score), scale)]!.label);
        }
      }),
      {numRuns: 40}
    );
  });

  it("refuses a row without its features, a scaling that does not rise and a floor that is none", () => {
    expect(() => applyScorecard(CARD, {features: new Map()})).toThrow(/the model needs the feature/);
    expect(() => fitScorecard(TRAINING, {...OPTIONS, floor: 1})).toThrow(/lowest PD must be in/);
    const scaling = {pdo: 0, baseScore: 600, baseOdds: 50};
    expect(() => fitScorecard(TRAINING, {...OPTIONS, scaling})).toThrow(/must be positive; got 0/);
    expect(() => fitScorecard(TRAINING, {...OPTIONS, minIv: 9})).toThrow(/no feature enters.*6 low_iv, 1 unbinned/);
    expect(() => fitScorecard(TRAINING, {...OPTIONS, features: ["nothing"]})).toThrow(/no feature nothing/);
  });
});

describe("reasons", () => {
  it("are ordered by points lost, and their points make the score", () => {
    const values = fc.record({
      leverage: fc.constantFrom(...temptingValues(CARD.characteristics[0]!)),
      copy: fc.double(),
      margin: fc.double(),
      size: fc.integer({min: -9, max: 9}),
      sector: fc.constantFrom("steel", "trade", "never seen", null)
    });
    fc.assert(
      fc.property(values, fc.constantFrom("best" as const, "mean" as const), (obligor, against) => {
        const reasons = reasonsOf(CARD, obligor, {against});
        const features = new Map(
          Object.entries(obligor).flatMap(([name, value]) =>
            typeof value === "number" ? [[name, Float64Array.of(value)]] : []
          )
        );
        const {score} = applyScorecard(CARD, {features, categories: new Map([["sector", [obligor.sector]]])});
        expect(reasons.reduce((sum, {points}) => sum + points, CARD.basePoints)).toBe(score[0]);
        expect(reasons.map(({lost}) => lost)).toEqual(reasons.map(({lost}) => lost).sort((a, b) => b - a));
        if (against === "best") expect(reasons.every(({lost}) => lost >= 0)).toBe(true);
      })
    );
  });

  it("lose nothing on average against the mean", () => {
    const {score} = applyScorecard(CARD, TRAINING);
    const mean = score.reduce((sum, each) => sum + each, 0) / score.length;
    const measures = reasonsOf(CARD, {}, {against: "mean"}).map(({against}) => against);
    expect(measures.reduce((sum, each) => sum + each, CARD.basePoints)).toBeCloseTo(mean, 8);
  });

  it("name the bin", () => {
    const labels = (leverage: number) => reasonsOf(CARD, {leverage}).find(({feature}) => feature === "leverage")!.label;
    expect([labels(-9), labels(9), labels(-999), labels(NaN)]).toEqual([
      expect.stringMatching(/^≤ -/),
      expect.stringMatching(/^> /),
      "= -999",
      "missing"
    ]);
  });
});
