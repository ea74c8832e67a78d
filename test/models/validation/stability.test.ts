import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {concentrationAgainstInitial, concentrationOf} from "#models/validation/concentration.js";
import {characteristicStability} from "#models/validation/csi.js";
import {matrixBandwidth} from "#models/validation/matrixBandwidth.js";
import {matrixStability} from "#models/validation/matrixStability.js";
import {stabilityOf} from "#models/validation/psi.js";

const MATRIX = [
  [10, 8, 15, 9, 10],
  [11, 9, 13, 9, 8],
  [0, 10, 10, 11, 10],
  [0, 0, 9, 11, 11],
  [0, 0, 0, 11, 10]
];

describe("the matrix weighted bandwidth", () => {
  it("gives the example of MathWorks' Risk Management Toolbox", () => {
    const {lower, upper} = matrixBandwidth(MATRIX);
    expect(lower).toBeCloseTo(41 / 124, 12);
    expect(upper).toBeCloseTo(202 / 333, 12);
  });

  it("is null where nothing moved that way, and at most 1", () => {
    expect(
      matrixBandwidth([
        [3, 0],
        [0, 4]
      ])
    ).toEqual({lower: null, upper: null});
    const counts = fc.array(fc.array(fc.integer({min: 0, max: 9}), {minLength: 4, maxLength: 4}), {
      minLength: 4,
      maxLength: 4
    });
    fc.assert(
      fc.property(counts, (matrix) =>
        Object.values(matrixBandwidth(matrix)).every((share) => share === null || share <= 1)
      )
    );
    expect(() => matrixBandwidth([[1, 2]])).toThrow(/square/);
  });
});

describe("the stability of a migration matrix", () => {
  it("gives single cells (numpy, scipy 1.17.1)", () => {
    const cells = matrixStability(MATRIX);
    expect(cells[0]![2]!.z).toBeCloseTo(-1.4904520299913435, 12);
    expect(cells[0]![2]!.pValue).toBeCloseTo(0.06805271030404132, 12);
    expect(cells[1]![0]!.z).toBeCloseTo(-0.4481107149482209, 12);
    expect(cells[3]![1]!.z).toBeCloseTo(3.5611540519637988, 12);
  });

  it("leaves the diagonal, and what cannot be computed, empty", () => {
    const cells = matrixStability(MATRIX);
    expect(cells.map((row, at) => row[at])).toEqual([null, null, null, null, null]);
    expect(cells[4]![0]).toBeNull();
  });

  it("weighs by the obligors that began, with those who left", () => {
    const more = matrixStability(MATRIX, [520, 500, 410, 310, 210])[0]![2]!;
    expect(Math.abs(more.z)).not.toBeCloseTo(1.4904520299913435, 3);
  });
});

describe("concentration", () => {
  it("gives the ECB's index, HHI and the test of its growth (scipy 1.17.1)", () => {
    const current = concentrationOf([10, 20, 40, 20, 10])!;
    expect(current.cv).toBeCloseTo(0.5477225575, 9);
    expect(current.hi).toBeCloseTo(0.1630161, 7);
    const initial = concentrationOf([15, 20, 30, 20, 15])!;
    expect(initial.cv).toBeCloseTo(0.2738612787, 9);
    const test = concentrationAgainstInitial(initial.cv, current.cv, 5);
    expect(test.z).toBeCloseTo(1.1180339887, 9);
    expect(test.pValue).toBeCloseTo(0.1317762386, 9);
    const hhi = concentrationOf([50, 30, 20])!;
    expect(hhi.hhi).toBeCloseTo(0.38, 12);
    expect(hhi.normalisedHhi).toBeCloseTo(0.07, 12);
  });

  it("runs from even to one grade, whatever the unit of amounts", () => {
    expect(concentrationOf([5, 5, 5, 5])!.hi).toBeCloseTo(0, 12);
    expect(concentrationOf([0, 9, 0, 0])!.hi).toBeCloseTo(1, 12);
    expect(concentrationOf([0, 0])).toBeNull();
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: 0, max: 99}), {minLength: 2, maxLength: 9}),
        fc.integer({min: 2, max: 50}),
        (counts, factor) => {
          const [one, many] = [concentrationOf(counts), concentrationOf(counts.map((count) => count * factor))];
          if (one === null) return expect(many).toBeNull();
          expect(many!.hi).toBeCloseTo(one.hi!, 10);
          // CV² = K HHI - 1.
          expect(one.cv ** 2).toBeCloseTo(counts.length * one.hhi - 1, 10);
        }
      )
    );
  });
});

describe("the stability of characteristics", () => {
  it("is the index of each, the least stable first, with what it does to points", () => {
    const still = {characteristic: "still", base: [50, 50], current: [100, 100]};
    const moved = {characteristic: "moved", base: [50, 50], current: [150, 50], points: [10, 30]};
    const empty = {characteristic: "empty", base: [0, 0], current: [1, 1]};
    const [first, second, ...rest] = characteristicStability([still, empty, moved]);
    expect(rest).toEqual([]);
    expect(first).toEqual({characteristic: "moved", ...stabilityOf([50, 50], [150, 50]), pointsShift: -5}); // 20 to 15
    expect(second).toMatchObject({characteristic: "still", psi: 0, pointsShift: null});
  });
});
