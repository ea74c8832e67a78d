import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {successiveHalving} from "#models/tuning/successiveHalving.js";

const losses = fc.array(fc.double({min: 0, max: 9, noNaN: true}), {minLength: 1, maxLength: 12});
const keep = fc.double({min: 0, max: 1, noNaN: true});
const shares = fc
  .uniqueArray(fc.double({min: 0.01, max: 0.99, noNaN: true}), {maxLength: 4})
  .map((below) => [...below.sort((a, b) => a - b), 1]);

describe("successive halving", () => {
  it("finds what trying all of them would, where the loss does not depend on the share", () => {
    fc.assert(
      fc.property(losses, shares, keep, (of, rungs, kept) => {
        const {winner} = successiveHalving(of.length, {shares: rungs, keep: kept}, (candidate) => of[candidate]!);
        expect(winner).toBe(of.indexOf(Math.min(...of)));
      })
    );
  });

  it("asks for each loss once, keeps the stated part, and lets no dropped candidate come back", () => {
    fc.assert(
      fc.property(losses, shares, keep, fc.nat(), (of, rungs, kept, seed) => {
        const asked: string[] = [];
        const race = successiveHalving(of.length, {shares: rungs, keep: kept}, (candidate, share) => {
          asked.push(`${candidate} ${share}`);
          return Math.abs(Math.sin(seed + candidate * 7.1 + share * 13.7));
        });
        expect(new Set(asked).size).toBe(asked.length);
        expect(race.rungs.map(({share}) => share)).toEqual(rungs);
        race.rungs.forEach(({candidates, losses: found}, rung) => {
          const before = race.rungs[rung - 1];
          expect(found.length).toBe(candidates.length);
          if (before === undefined) return expect(candidates).toEqual(of.map((_, index) => index));
          expect(candidates.length).toBe(Math.max(1, Math.ceil(before.candidates.length * kept)));
          const worst = Math.max(...candidates.map((each) => before.losses[before.candidates.indexOf(each)]!));
          const dropped = before.losses.filter((_, place) => !candidates.includes(before.candidates[place]!));
          for (const loss of dropped) expect(loss).toBeGreaterThanOrEqual(worst);
        });
        const last = race.rungs.at(-1)!;
        expect(last.losses[last.candidates.indexOf(race.winner)]).toBe(Math.min(...last.losses));
      })
    );
  });

  it("lets the earlier of equals win, on every rung", () => {
    const race = successiveHalving(4, {shares: [0.5, 1], keep: 0.5}, () => 1);
    expect(race.rungs.map(({candidates}) => candidates)).toEqual([
      [0, 1, 2, 3],
      [0, 1]
    ]);
    expect(race.winner).toBe(0);
  });

  it("never prefers a candidate that cannot be fitted", () => {
    const race = successiveHalving(3, {shares: [0.5, 1], keep: 0.4}, (candidate) => (candidate === 2 ? 5 : Infinity));
    expect(race.winner).toBe(2);
  });

  it("refuses a race without candidates, and one that nobody finishes", () => {
    expect(() => successiveHalving(0, {shares: [1], keep: 1}, () => 0)).toThrow("a race needs candidates");
    expect(() => successiveHalving(2, {shares: [1], keep: 1}, () => Infinity)).toThrow("no candidate could be fitted");
    const late = (_: number, share: number) => (share === 1 ? Infinity : 1);
    expect(() => successiveHalving(2, {shares: [0.5, 1], keep: 1}, late)).toThrow("no candidate could be fitted");
  });
});
