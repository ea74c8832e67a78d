import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {cashCover} from "#models/forecast/cashCover.js";
import {debtServiceOf, isAmortising, type DrawnLoan} from "#models/forecast/debtService.js";

const loan: DrawnLoan = {
  drawn: 1200,
  overdue: 0,
  annualRate: 0.12,
  monthsToMaturity: 12,
  dueInYear: 1000,
  monthsDue: 12
};

describe("debt service", () => {
  it("of a loan repaid in equal parts falls with the interest", () => {
    // 100 a month, and 1 % a month on what is left: 300 + 12 + 11 + 10, 300 + 9 + 8 + 7, 300 + 6 + 5 + 4, 300 + 3 + 2 + 1
    debtServiceOf(loan, 0).forEach((due, quarter) => expect(due).toBeCloseTo([333, 324, 315, 306][quarter]!, 9));
  });

  it("of a loan repaid at maturity is interest, and all of it in the month it matures", () => {
    const bullet = {...loan, monthsToMaturity: 5, dueInYear: 144}; // a year's interest and no more
    // 36 of interest, then 24 and the principal in the fifth month
    expect(debtServiceOf(bullet, 0)).toEqual([36, 1224, 0, 0]);
  });

  it("holds all arrears at once, and no interest on them", () => {
    // 1000 of 1200 is past due: the 200 left are repaid over two months with 2 + 1 of interest
    expect(debtServiceOf({...loan, overdue: 1000, monthsToMaturity: 2}, 0)).toEqual([1203, 0, 0, 0]);
  });

  it("is all that is drawn at once where the loan has matured", () => {
    expect(debtServiceOf({...loan, monthsToMaturity: 0}, 0)).toEqual([1200, 0, 0, 0]);
    expect(debtServiceOf({...loan, monthsToMaturity: -3, overdue: 500}, 0)).toEqual([1200, 0, 0, 0]);
  });

  it("leaves out what falls due before the first quarter begins", () => {
    // After two months 1000 are left: 300 + 10 + 9 + 8 in the first quarter, one month of 100 + 1 in the last
    const due = debtServiceOf(loan, 2);
    [327, 318, 309, 101 + 0].forEach((amount, quarter) => expect(due[quarter]).toBeCloseTo(amount, 9));
  });

  it("returns every unit of principal, once, when the loan matures within the year", () => {
    const amount = fc.double({min: 0, max: 1e6, noNaN: true});
    fc.assert(
      fc.property(
        amount,
        fc.integer({min: -2, max: 12}),
        fc.boolean(),
        fc.double({min: 0, max: 1, noNaN: true}),
        (drawn, months, pays, part) => {
          const due = debtServiceOf(
            {
              ...loan,
              drawn,
              overdue: part * drawn,
              annualRate: 0,
              monthsToMaturity: months,
              dueInYear: pays ? 1 : null
            },
            0
          );
          expect(due.reduce((sum, each) => sum + each, 0)).toBeCloseTo(drawn, 4);
        }
      )
    );
  });
});

describe("how a loan is repaid", () => {
  it("is in parts where instalments exceed the interest by half, to the unit", () => {
    // A year's interest is 144; one and a half times that is 216.
    expect(isAmortising({...loan, dueInYear: 216})).toBe(false);
    expect(isAmortising({...loan, dueInYear: 217})).toBe(true);
  });

  it("is judged by the months since the start, and taken to be in parts where nothing fell due yet", () => {
    expect(isAmortising({...loan, dueInYear: 60, monthsDue: 3})).toBe(true); // three months' interest is 36, half more 54
    expect(isAmortising({...loan, dueInYear: null})).toBe(true);
  });
});

describe("cash cover", () => {
  it("is cash flow to debt service, and says nothing where nothing is due", () => {
    expect(cashCover(150, 100)).toBe(1.5);
    expect(cashCover(-50, 100)).toBe(-0.5);
    expect([cashCover(150, 0), cashCover(NaN, 100), cashCover(1, NaN)]).toEqual([NaN, NaN, NaN]);
  });
});
