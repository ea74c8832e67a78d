import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {informationValue} from "#models/binning/informationValue.js";
import {weightOfEvidence} from "#models/binning/weightOfEvidence.js";

const cell = fc.integer({min: 0, max: 500});
const bins = fc.array(fc.record({goods: cell, bads: cell}), {minLength: 2, maxLength: 12});

describe("weight of evidence", () => {
  it("ranks a bin without defaults as the safest, and finite", () => {
    const [clean, mixed] = weightOfEvidence([
      {goods: 90, bads: 0},
      {goods: 10, bads: 10}
    ]);
    expect(clean).toBeGreaterThan(mixed!);
    expect(clean).toBeCloseTo(Math.log(90.5 / 101 / (0.5 / 11)), 12); // by hand: cells + 0.5
  });

  it("says nothing where both kinds are spread alike", () => {
    const alike = [
      {goods: 30, bads: 3},
      {goods: 70, bads: 7}
    ];
    for (const woe of weightOfEvidence(alike, {prior: 0})) expect(woe).toBeCloseTo(0, 12);
    expect(informationValue(alike, {prior: 0})).toBeCloseTo(0, 12);
  });

  it("falls when more of a bin defaulted", () => {
    fc.assert(
      fc.property(bins, fc.integer({min: 1, max: 50}), ([first, ...rest], more) => {
        const worse = {...first!, bads: first!.bads + more};
        expect(weightOfEvidence([worse, ...rest])[0]).toBeLessThan(weightOfEvidence([first!, ...rest])[0]!);
      })
    );
  });

  it("refuses negative counts", () => {
    expect(() => weightOfEvidence([{goods: -1, bads: 0}])).toThrow(/must not be negative; got -1 and 0/);
  });
});

describe("information value", () => {
  it("gives the value by hand", () => {
    // Goods .6/.4, bads .2/.8: .4 ln 3 + (-.4) ln .5 = .4 ln 6.
    const value = informationValue(
      [
        {goods: 60, bads: 2},
        {goods: 40, bads: 8}
      ],
      {prior: 0}
    );
    expect(value).toBeCloseTo(0.4 * Math.log(6), 12);
  });

  it("is never below zero, and the same for goods as for bads, whatever the order of bins", () => {
    fc.assert(
      fc.property(bins, (counts) => {
        const value = informationValue(counts);
        expect(value).toBeGreaterThanOrEqual(-1e-15);
        const turned = [...counts].reverse().map(({goods, bads}) => ({goods: bads, bads: goods}));
        expect(informationValue(turned)).toBeCloseTo(value, 10);
      })
    );
  });

  it("does not grow when two bins are joined", () => {
    fc.assert(
      fc.property(bins, ([a, b, ...rest]) => {
        const joined = [{goods: a!.goods + b!.goods, bads: a!.bads + b!.bads}, ...rest];
        const lifted = [a!, b!, ...rest].map(({goods, bads}) => ({goods: goods + 1, bads: bads + 1}));
        const liftedJoined = joined.map(({goods, bads}, bin) => ({
          goods: goods + (bin === 0 ? 2 : 1),
          bads: bads + (bin === 0 ? 2 : 1)
        }));
        expect(informationValue(liftedJoined, {prior: 0})).toBeLessThanOrEqual(
          informationValue(lifted, {prior: 0}) + 1e-12
        );
      })
    );
  });
});
