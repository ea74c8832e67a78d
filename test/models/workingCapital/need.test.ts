import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  newWorkingCapitalLimit,
  workingCapitalNeed,
  workingCapitalTurns,
  type TradeDays
} from "#models/workingCapital/need.js";

const plan = {revenue: 10_000, profitMargin: 0.08, growth: 0.1};
const days: TradeDays = {inventory: 60, receivable: 75, payable: 45, prepaid: 10, advance: 5};

describe("the need for working capital", () => {
  it("is that of the worked example", () => {
    // 360 / (60 + 75 - 45 + 10 - 5) = 360 / 95; 10000 x 0.92 x 1.1 / 3.789474
    expect(workingCapitalTurns(days)).toBeCloseTo(3.789474, 6);
    expect(workingCapitalNeed(plan, days)).toBeCloseTo(2670.5556, 4);
  });

  it("does not apply where suppliers and customers finance the trade, to the day", () => {
    expect(workingCapitalTurns({...days, payable: 140})).toBeNull(); // 60 + 75 - 140 + 10 - 5 = 0
    expect(workingCapitalNeed(plan, {...days, advance: 101})).toBeNull();
    expect(workingCapitalTurns({...days, payable: 139})).toBe(360);
  });

  it("is nil, not negative, where sales are to vanish or earn more than they cost", () => {
    expect(workingCapitalNeed({...plan, growth: -1.2}, days)).toBe(0);
    expect(workingCapitalNeed({...plan, profitMargin: 1.5}, days)).toBe(0);
  });

  it("never falls when sales are expected to grow more or customers pay later", () => {
    const amount = fc.double({min: 0, max: 1, noNaN: true});
    fc.assert(
      fc.property(amount, amount, amount, (growth, more, later) => {
        const need = workingCapitalNeed({...plan, growth}, days)!;
        expect(workingCapitalNeed({...plan, growth: growth + more}, days)!).toBeGreaterThanOrEqual(need);
        const slow = {...days, receivable: days.receivable + 100 * later};
        expect(workingCapitalNeed({...plan, growth}, slow)!).toBeGreaterThanOrEqual(need);
      })
    );
  });
});

describe("room for a new loan", () => {
  it("is the need less own funds, loans in force and other sources", () => {
    expect(newWorkingCapitalLimit(2670, {ownFunds: 1000, currentLoans: 500, otherSources: 170})).toBe(1000);
  });

  it("is nil where the need is met, and not widened by a hole in the equity", () => {
    expect(newWorkingCapitalLimit(2670, {ownFunds: 2000, currentLoans: 671, otherSources: 0})).toBe(0);
    expect(newWorkingCapitalLimit(2670, {ownFunds: -900, currentLoans: 0, otherSources: 0})).toBe(2670);
  });
});
