import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {groupedFolds} from "#models/validation/crossValidation.js";
import {heldOut, outOfTime, rowsIn, SAMPLE, walkForward} from "#pipeline/lab/splits.js";
import {windowEnd} from "#pipeline/lab/windowEnd.js";
import {epochDays, isoDate} from "#warehouse/engine/columns.js";

const days = (...dates: string[]) => Int32Array.from(dates, epochDays);
const kinds = (sample: Uint8Array) => Array.from(sample, (kind) => Object.keys(SAMPLE)[kind]);

describe("the end of a performance window", () => {
  it("is the month end so many months later", () => {
    const end = (day: string, months: number) => isoDate(windowEnd(epochDays(day), months));
    expect(end("2019-02-28", 12)).toBe("2020-02-29");
    expect(end("2020-02-29", 12)).toBe("2021-02-28");
    expect(end("2020-12-31", 2)).toBe("2021-02-28");
    expect(end("2020-01-31", 1)).toBe("2020-02-29");
  });
});

describe("an out-of-time split", () => {
  it("purges training rows whose window reaches past the first test day, by one month", () => {
    const {sample, counts} = outOfTime({
      days: days("2018-11-30", "2018-12-31", "2019-01-31", "2019-12-31", "2020-06-30"),
      windowMonths: 12,
      trainUntil: epochDays("2019-01-31"),
      testFrom: epochDays("2019-12-31")
    });
    expect(kinds(sample)).toEqual(["train", "train", "purged", "test", "test"]);
    expect(counts).toEqual({none: 0, train: 2, validation: 0, test: 2, purged: 1});
  });

  it("purges for the first validation day too, and validation rows for the test", () => {
    const {sample} = outOfTime({
      days: days("2017-12-31", "2018-01-31", "2018-12-31", "2019-06-30", "2019-07-31", "2020-06-30", "2021-06-30"),
      windowMonths: 12,
      trainUntil: epochDays("2018-06-30"),
      validateUntil: epochDays("2019-12-31"),
      testFrom: epochDays("2020-06-30"),
      testUntil: epochDays("2021-05-31")
    });
    expect(kinds(sample)).toEqual(["train", "purged", "validation", "validation", "purged", "test", "none"]);
  });

  it("leaves rows between training and test alone", () => {
    const options = {days: days("2019-01-31"), windowMonths: 12, trainUntil: 0, testFrom: epochDays("2020-01-31")};
    expect(kinds(outOfTime(options).sample)).toEqual(["none"]);
  });

  it("is refused where the parts do not follow each other", () => {
    const options = {days: days("2019-01-31"), windowMonths: 12, trainUntil: 10, testFrom: 20};
    expect(() => outOfTime({...options, testFrom: 10})).toThrow(/must follow each other/);
    expect(() => outOfTime({...options, validateUntil: 9})).toThrow(/must follow each other/);
    expect(() => outOfTime({...options, testUntil: 19})).toThrow(/must follow each other/);
  });
});

describe("walking forward", () => {
  it("tests one year after the other and learns from all windows over by then", () => {
    const folds = walkForward({
      days: days("2016-12-31", "2017-06-30", "2017-12-31", "2018-06-30", "2018-12-31", "2019-06-30"),
      windowMonths: 12,
      firstTest: epochDays("2017-12-31"),
      until: epochDays("2018-12-31")
    });
    expect(folds.map(({testFrom, testUntil}) => [isoDate(testFrom), isoDate(testUntil)])).toEqual([
      ["2017-12-31", "2018-12-30"],
      ["2018-12-31", "2018-12-31"]
    ]);
    expect(folds.map(({sample}) => kinds(sample))).toEqual([
      ["train", "purged", "test", "test", "none", "none"],
      ["train", "train", "train", "purged", "test", "none"]
    ]);
  });
});

/** Rows of up to thirty obligors on month ends of eleven years. */
const book = fc
  .array(fc.record({obligor: fc.nat(29), month: fc.nat(131), defaulted: fc.nat(1)}), {minLength: 1, maxLength: 120})
  .map((rows) => ({
    obligors: Uint32Array.from(rows, ({obligor}) => obligor),
    days: Int32Array.from(rows, ({month}) => windowEnd(epochDays("2010-01-31"), month)),
    defaulted: Uint8Array.from(rows, ({defaulted}) => defaulted)
  }));

const borders = fc
  .tuple(
    fc.integer({min: 14610, max: 18000}),
    fc.nat(700),
    fc.integer({min: 1, max: 700}),
    fc.integer({min: 1, max: 36})
  )
  .map(([trainUntil, validation, gap, windowMonths]) => ({
    windowMonths,
    trainUntil,
    ...(validation > 0 ? {validateUntil: trainUntil + validation} : {}),
    testFrom: trainUntil + validation + gap
  }));

describe("for any book", () => {
  it("no window of training or validation reaches beyond the first day of what follows, and every row is counted once", () => {
    fc.assert(
      fc.property(book, borders, ({days: observed}, split) => {
        const out = outOfTime({days: observed, ...split});
        const [train, validation, test] = (["train", "validation", "test"] as const).map((kind) =>
          [...rowsIn(out, kind)].map((row) => observed[row]!)
        );
        const follows = Math.min(split.testFrom, ...validation!);
        for (const day of train!) expect(windowEnd(day, split.windowMonths)).toBeLessThanOrEqual(follows);
        for (const day of validation!) expect(windowEnd(day, split.windowMonths)).toBeLessThanOrEqual(split.testFrom);
        for (const day of test!) expect(day).toBeGreaterThanOrEqual(split.testFrom);
        expect(Object.values(out.counts).reduce((sum, count) => sum + count)).toBe(observed.length);
      })
    );
  });

  it("purging takes no more than it must", () => {
    fc.assert(
      fc.property(book, borders, ({days: observed}, split) => {
        const out = outOfTime({days: observed, ...split});
        const later = [...observed].filter((day) => day > split.trainUntil && day <= (split.validateUntil ?? 0));
        const follows = Math.min(split.testFrom, ...later);
        for (const row of rowsIn(out, "purged")) {
          const next = observed[row]! <= split.trainUntil ? follows : split.testFrom;
          expect(windowEnd(observed[row]!, split.windowMonths)).toBeGreaterThan(next);
        }
      })
    );
  });

  it("every row from the first test on is tested exactly once by walking forward, and none teaches the fold that tests it", () => {
    fc.assert(
      fc.property(
        book,
        fc.integer({min: 1, max: 24}),
        fc.integer({min: 1, max: 24}),
        ({days: observed}, windowMonths, testMonths) => {
          const firstTest = epochDays("2014-02-28");
          const until = epochDays("2019-06-30");
          const folds = walkForward({days: observed, windowMonths, firstTest, until, testMonths});
          observed.forEach((day, row) => {
            const tested = folds.filter(({sample}) => sample[row] === SAMPLE.test).length;
            expect(tested).toBe(day >= firstTest && day <= until ? 1 : 0);
          });
          for (const fold of folds) {
            for (const row of rowsIn(fold, "train")) {
              expect(windowEnd(observed[row]!, windowMonths)).toBeLessThanOrEqual(fold.testFrom);
            }
          }
        }
      )
    );
  });

  it("no obligor stands on both sides where it is held out, and over all folds each test row is tested once", () => {
    fc.assert(
      fc.property(
        book,
        borders,
        fc.integer({min: 2, max: 5}),
        fc.nat(1000),
        ({obligors, days: observed, defaulted}, split, count, seed) => {
          const time = outOfTime({days: observed, ...split});
          const folds = groupedFolds(obligors, defaulted, count, seed);
          const tested = new Uint8Array(observed.length);
          for (let fold = 0; fold < count; fold++) {
            const both = heldOut(time, folds, fold);
            const learned = new Set(
              [...rowsIn(both, "train"), ...rowsIn(both, "validation")].map((row) => obligors[row])
            );
            for (const row of rowsIn(both, "test")) {
              tested[row]!++;
              expect(learned.has(obligors[row])).toBe(false);
            }
            expect(Object.values(both.counts).reduce((sum, kind) => sum + kind)).toBe(observed.length);
          }
          tested.forEach((times, row) => expect(times).toBe(time.sample[row] === SAMPLE.test ? 1 : 0));
        }
      )
    );
  });
});
