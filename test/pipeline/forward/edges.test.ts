import {describe, expect, it} from "vitest";
import {firstAheadOf} from "#pipeline/forward/basis.js";
import {monthsUnderWay} from "#pipeline/forward/debts.js";
import {quarterEnd} from "#pipeline/forward/projectionColumns.js";
import {trainUntilOf} from "#pipeline/forward/trainUntil.js";
import {writeProjections} from "#pipeline/steps/projections.js";
import {isoDate} from "#warehouse/engine/columns.js";
import {withEngine} from "../../support/memoryEngine.js";
import {contextOf, everyRow, stageForward} from "./bank.js";

describe("the quarters ahead of a date", () => {
  it("begin with the first whole calendar quarter after it", () => {
    const ends = (date: string) => [1, 4].map((quarter) => isoDate(quarterEnd(date, quarter)));
    expect(ends("2021-12-31")).toEqual(["2022-03-31", "2022-12-31"]);
    expect(ends("2021-11-30")).toEqual(["2022-03-31", "2022-12-31"]);
    expect(ends("2021-10-31")).toEqual(["2022-03-31", "2022-12-31"]);
    expect(["2021-12-31", "2021-11-30", "2021-10-31"].map(firstAheadOf)).toEqual([1, 2, 2]);
    expect(["2021-12-31", "2021-11-30", "2021-10-31"].map(monthsUnderWay)).toEqual([0, 1, 2]);
  });
});

describe("a source in which nothing is known", () => {
  it("has debt service and no projection, and a backtest of nothing, also within a quarter", async () => {
    await withEngine(async (engine) => {
      await stageForward(engine, ["Z"]);
      await writeProjections(contextOf(engine, "2021-11-30"));
      const rows = await everyRow(engine, "score_cash_projections");
      expect(rows.map(({basis, operating_cash_flow: flow}) => [basis, flow])).toEqual(
        Array.from({length: 4}, () => [null, null])
      );
      // 600 at 1 % a month over 37 months to December 2024; the part of December 2021 is paid before the first quarter begins.
      const part = 600 / 37;
      expect(rows[0]!.debt_service).toBeCloseTo(3 * part + 0.01 * (3 * (600 - part) - 3 * part), 6);
      expect(await everyRow(engine, "score_projection_backtest")).toEqual([]);
    });
  });
});

describe("the end of training", () => {
  it("is the PD model's, or else the end of the middle year", () => {
    const calendar = {first: "2016-01-31", last: "2021-12-31", everyMonths: 1, dataEnd: "2021-12-31"};
    const evaluation = {kind: "out_of_time", trainUntil: "2019-12-31", testFrom: "2020-12-31"} as const;
    expect(trainUntilOf({evaluation, calendar})).toBe("2019-12-31");
    const folds = {kind: "cross_validation", folds: 5, repeats: 1} as const;
    expect(trainUntilOf({evaluation: folds, calendar})).toBe("2018-12-31");
  });
});
