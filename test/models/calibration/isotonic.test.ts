import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {calibrated, calibratedPds} from "#models/calibration/calibration.js";
import {fitIsotonic} from "#models/calibration/isotonic.js";
import {permutation, randomOf} from "#models/numerics/random.js";
import {samples} from "./samples.js";

describe("fitIsotonic", () => {
  it("pools violators, by hand: .1 .2 .2 .3 .4 with outcomes 0 1 0 0 1", () => {
    const fit = fitIsotonic(Float64Array.of(0.4, 0.1, 0.2, 0.3, 0.2), Uint8Array.of(1, 0, 1, 0, 0));
    expect(fit).toEqual({kind: "isotonic", pds: [0.1, 0.2, 0.3, 0.4], values: [0, 1 / 3, 1 / 3, 1]});
    const expected: [number, number][] = [
      [0, 0],
      [0.15, 1 / 6],
      [0.25, 1 / 3],
      [0.35, 2 / 3],
      [0.9, 1]
    ];
    for (const [pd, value] of expected) expect(calibrated(fit, pd)).toBeCloseTo(value, 12);
  });

  it("is the least squares fit: by the max-min formula of running means", () => {
    fc.assert(
      fc.property(samples, ({pds, weights, defaulted}) => {
        const fit = fitIsotonic(pds, defaulted, weights);
        const order = [...pds.keys()].sort((a, b) => pds[a]! - pds[b]!).slice(0, 40);
        const part = Float64Array.from(order, (row) => pds[row]!);
        const short = fitIsotonic(
          part,
          Uint8Array.from(order, (row) => defaulted[row]!),
          Float64Array.from(order, (row) => weights[row]!)
        );
        const mean = (from: number, to: number) => {
          const rows = order.slice(from, to + 1);
          const total = rows.reduce((sum, row) => sum + weights[row]!, 0);
          return rows.reduce((sum, row) => sum + weights[row]! * defaulted[row]!, 0) / total;
        };
        part.forEach((pd, at) => {
          const lows = part.slice(0, at + 1).map((_, from) => {
            return Math.min(...part.slice(at).map((__, past) => mean(from, at + past)));
          });
          expect(calibrated(short, pd)).toBeCloseTo(Math.max(...lows), 10);
        });
        expect([...fit.values]).toEqual([...fit.values].sort((a, b) => a - b));
      }),
      {numRuns: 15}
    );
  });

  it("gives PDs whose mean is the default rate, whatever the order of rows", () => {
    fc.assert(
      fc.property(samples, ({pds, weights, defaulted}) => {
        const fit = fitIsotonic(pds, defaulted, weights);
        const sum = (values: ArrayLike<number>) =>
          weights.reduce((total, weight, row) => total + weight * values[row]!, 0);
        expect(sum(calibratedPds(fit, pds))).toBeCloseTo(sum(defaulted), 9);
        const order = permutation(pds.length, randomOf(2));
        const shuffled = fitIsotonic(
          Float64Array.from(order, (row) => pds[row]!),
          Uint8Array.from(order, (row) => defaulted[row]!),
          Float64Array.from(order, (row) => weights[row]!)
        );
        expect(shuffled.pds).toEqual(fit.pds);
        shuffled.values.forEach((value, index) => expect(value).toBeCloseTo(fit.values[index]!, 12));
      })
    );
  });

  it("refuses outcomes that are too few", () => {
    expect(() => fitIsotonic(Float64Array.of(0.1, 0.2), Uint8Array.of(1))).toThrow(/2 PDs, but 1 outcomes/);
  });
});
