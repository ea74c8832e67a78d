import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {gradeIndexOf, masterScale} from "#models/rating/masterScale.js";
import {policyVersions} from "#pipeline/policy/policy.js";

const {policy} = policyVersions("data/policy", "rating").at(-1)!;
const scale = masterScale(policy.master_scale.map(({label, upper_pd}) => ({label, upperPd: upper_pd})));

describe("the master scale of the policy", () => {
  it("runs from AAA to C without gap or overlap", () => {
    expect(scale.map(({label}) => label)).toEqual(["AAA", "AA", "A", "BBB", "BB", "B", "CCC", "CC", "C"]);
    expect(scale[0]!.lowerPd).toBe(0);
    expect(scale.at(-1)!.upperPd).toBe(1);
    scale.slice(1).forEach(({lowerPd}, index) => expect(lowerPd).toBe(scale[index]!.upperPd));
  });

  it("maps every PD to exactly one band, the one that holds it", () => {
    fc.assert(
      fc.property(fc.double({min: 0, max: 1, noNaN: true}), (pd) => {
        const holding = scale.filter(
          ({lowerPd, upperPd}, index) => pd >= lowerPd && (pd < upperPd || index === scale.length - 1)
        );
        expect(holding).toEqual([scale[gradeIndexOf(pd, scale)]]);
      })
    );
  });

  it("never grades a higher PD safer", () => {
    const pd = fc.double({min: 0, max: 1, noNaN: true});
    fc.assert(
      fc.property(pd, pd, (a, b) => {
        expect(gradeIndexOf(Math.min(a, b), scale)).toBeLessThanOrEqual(gradeIndexOf(Math.max(a, b), scale));
      })
    );
  });

  it("puts a bound in the riskier band, and 1 in the last", () => {
    expect(scale[gradeIndexOf(0.008, scale)]!.label).toBe("BB");
    expect(scale[gradeIndexOf(1, scale)]!.label).toBe("C");
    expect(() => gradeIndexOf(1.1, scale)).toThrow(/\[0, 1\]/);
  });
});

describe("masterScale", () => {
  const bands = scale.map(({label, upperPd}) => ({label, upperPd}));

  it("refuses fewer than seven grades, bounds that do not rise, an open end, and default as a band", () => {
    expect(() => masterScale(bands.slice(3))).toThrow(/at least 7/);
    expect(() => masterScale(bands.map((band, i) => (i === 2 ? {...band, upperPd: 0.002} : band)))).toThrow(/exceed/);
    expect(() => masterScale(bands.map((band, i) => (i === 8 ? {...band, upperPd: 0.9} : band)))).toThrow(/PD 1/);
    expect(() => masterScale(bands.map((band, i) => (i === 8 ? {...band, label: "D"} : band)))).toThrow(/no band/);
  });
});
