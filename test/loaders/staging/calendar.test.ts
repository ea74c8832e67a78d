import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {observationDates} from "#loaders/staging/calendar.js";
import {isoDate} from "#warehouse/engine/columns.js";

describe("observationDates", () => {
  it("are month ends, a fixed number of months apart, the first and the last included", () => {
    const month = fc.integer({min: 0, max: 600});
    fc.assert(
      fc.property(month, fc.integer({min: 0, max: 40}), fc.integer({min: 1, max: 24}), (start, steps, everyMonths) => {
        const end = (months: number) => isoDate(Date.UTC(1980, months + 1, 0) / 86_400_000);
        const calendar = {
          first: end(start),
          last: end(start + steps * everyMonths),
          everyMonths,
          dataEnd: "2100-01-01"
        };
        expect(observationDates(calendar).map(isoDate)).toEqual(
          Array.from({length: steps + 1}, (_, step) => end(start + step * everyMonths))
        );
      })
    );
  });
});
