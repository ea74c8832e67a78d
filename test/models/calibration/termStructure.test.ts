import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {cumulativeFromMigration, cumulativeFromMigrations} from "#models/calibration/migrationTerms.js";
import {constantHazardPd, cumulativeFromHazards, hazardsOf, marginalPds} from "#models/calibration/termStructure.js";

const hazards = fc.array(fc.double({min: 0, max: 1, noNaN: true}), {minLength: 1, maxLength: 12});
const shares = fc.array(fc.integer({min: 1, max: 1000}), {minLength: 4, maxLength: 4});
const matrices = fc.array(shares, {minLength: 3, maxLength: 3}).map((rows) => [
  ...rows.map((row) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return row.map((count) => count / total);
  }),
  [0, 0, 0, 1]
]);

describe("cumulativeFromHazards", () => {
  it("never falls, has marginal PDs of zero or more that add up, and is turned back", () => {
    fc.assert(
      fc.property(hazards, (given) => {
        const cumulative = cumulativeFromHazards(given);
        const marginal = marginalPds(cumulative);
        marginal.forEach((pd) => expect(pd).toBeGreaterThanOrEqual(0));
        expect(marginal.reduce((sum, pd) => sum + pd, 0)).toBeCloseTo(cumulative.at(-1)!, 12);
        const survival = given.reduce((left, hazard) => left * (1 - hazard), 1);
        expect(cumulative.at(-1)).toBeCloseTo(1 - survival, 12);
        let left = 1;
        hazardsOf(cumulative).forEach((hazard, period) => {
          if (left > 1e-3) expect(hazard).toBeCloseTo(given[period]!, 9);
          left *= 1 - given[period]!;
        });
      })
    );
  });

  it("is 1 - (1 - h)^t for a constant hazard, also within a year", () => {
    cumulativeFromHazards([0.02, 0.02, 0.02]).forEach((pd, year) => {
      expect(pd).toBeCloseTo(constantHazardPd(0.02, year + 1), 14);
    });
    expect((1 - constantHazardPd(0.02, 0.25)) ** 4).toBeCloseTo(0.98, 14);
    expect([constantHazardPd(1, 0.5), constantHazardPd(0, 9), constantHazardPd(1, 0)]).toEqual([1, 0, 0]);
    expect(hazardsOf([1, 1])).toEqual([1, null]);
    expect(() => cumulativeFromHazards([0.1, 1.2])).toThrow(/hazard must be in \[0, 1\]; got 1.2/);
  });
});

describe("cumulativeFromMigration", () => {
  it("is by hand: two grades, after two years", () => {
    const matrix = [
      [0.9, 0.08, 0.02],
      [0.1, 0.8, 0.1],
      [0, 0, 1]
    ];
    const [good, bad] = cumulativeFromMigration(matrix, 2);
    expect(good![0]).toBe(0.02);
    expect(good![1]).toBeCloseTo(0.9 * 0.02 + 0.08 * 0.1 + 0.02, 15);
    expect(bad![1]).toBeCloseTo(0.1 * 0.02 + 0.8 * 0.1 + 0.1, 15);
  });

  it("never falls, starts at the yearly PD, and ends in default when years are many", () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        cumulativeFromMigration(matrix, 8).forEach((cumulative, grade) => {
          expect(cumulative[0]).toBe(matrix[grade]![3]);
          marginalPds(cumulative).forEach((pd) => expect(pd).toBeGreaterThanOrEqual(0));
          expect(cumulative.at(-1)).toBeLessThanOrEqual(1);
        });
        expect(cumulativeFromMigration(matrix, 40_000)[0]!.at(-1)).toBeCloseTo(1, 5);
      }),
      {numRuns: 20}
    );
  });

  it("takes a matrix for each year: the first year is the first matrix's, a later one only through where obligors have gone", () => {
    fc.assert(
      fc.property(matrices, matrices, (first, second) => {
        const both = cumulativeFromMigrations([first, second]);
        both.forEach((cumulative, grade) => {
          const later = [0, 1, 2].reduce((sum, to) => sum + first[grade]![to]! * second[to]![3]!, 0);
          expect(cumulative[1]).toBeCloseTo(first[grade]![3]! + later, 12);
        });
      })
    );
  });

  it("refuses rows that are no distribution, a default that is left, and no years", () => {
    expect(() =>
      cumulativeFromMigration(
        [
          [0.9, 0.05],
          [0, 1]
        ],
        2
      )
    ).toThrow(/row 0 .* sum to one; got 0.9 0.05/);
    expect(() =>
      cumulativeFromMigration(
        [
          [0.9, 0.1],
          [0.1, 0.9]
        ],
        2
      )
    ).toThrow(/default must not be left/);
    expect(() => cumulativeFromMigration([[0.9, 0.1]], 2)).toThrow(/must have 2 rows; got 1|row 0/);
    expect(() => cumulativeFromMigrations([])).toThrow(/at least one year/);
  });
});
