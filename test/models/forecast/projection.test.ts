import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {backtest} from "#models/forecast/backtest.js";
import {sameQuarterBefore, type FlowHistories} from "#models/forecast/flowHistory.js";
import {applyProjection, fitProjection, type Projections} from "#models/forecast/projection.js";
import {CHOICES, NOISE, SEASON, simulated} from "./simulated.js";

const train = simulated(1500, 1);
const model = fitProjection(train, simulated(1500, 2), CHOICES)!;
const fresh = simulated(2000, 3);
const projected = applyProjection(model, fresh.histories);

describe("a projection of quarterly cash flow", () => {
  it("finds the seasons that the data were made with, within three standard errors", () => {
    // A quarter's median is of some 3,700 deviations of sd 0.04: three standard errors are 3 x 1.25 x 0.04 / 61 = 0.0025.
    model.seasons.all.forEach((value, quarter) => expect(Math.abs(value - SEASON[quarter]!)).toBeLessThan(0.0025));
  });

  it("holds the share of outcomes that it promises, one quarter ahead and four, at seed 3", () => {
    for (const ahead of [0, 1, 2, 3]) {
      const {inside, outcomes} = faredAt(ahead)!;
      // Three standard errors of a share of 80 % of 2,000, and of the 1,500 that the ends are taken from: 0.041.
      expect(Math.abs(inside / outcomes - 0.8), `${ahead + 1} ahead`).toBeLessThan(0.041);
    }
  });

  it("comes closer to the truth than the same quarter of the year before", () => {
    const {error, naiveError} = faredAt(0)!;
    // The naive one errs by two independent noises, 0.04 x sqrt(2) x 0.8 = 0.045; level and season known, 0.032 is left.
    expect(naiveError).toBeGreaterThan(0.042);
    expect(error).toBeLessThan(0.037);
  });

  it("recovers the expected flow, whose own history is noisy, within half of that noise", () => {
    const misses = projected.mid[0]!.map(
      (flow, row) => Math.abs(flow - fresh.expected[0]![row]!) / projected.scale[row]!
    );
    expect(misses.reduce((sum, miss) => sum + miss, 0) / misses.length).toBeLessThan(NOISE / 2);
  });

  it("leans on the industry where obligors are alike, and on the obligor where they differ", () => {
    const alike = {spread: 0};
    const leaning = fitProjection(simulated(900, 4, alike), simulated(900, 5, alike), CHOICES)!;
    expect(leaning.weighing.shrinkage).toBe(4);
    expect(model.weighing.shrinkage).toBeLessThan(4);
  });

  it("follows flows that outgrow the past, and its interval with them", () => {
    const grown = (sample: typeof train) => ({
      ...sample,
      outcomes: sample.outcomes.map((came, ahead) =>
        came.map((flow, row) => flow + 0.1 * (ahead + 1) * sizeOf(sample, row))
      )
    });
    const growing = fitProjection(grown(train), grown(simulated(1500, 2)), CHOICES)!;
    // A tenth of sales more each quarter, found within three standard errors of a median of 1,500 errors of sd 0.045: 0.0044
    growing.drift.forEach((drift, ahead) => expect(Math.abs(drift - 0.1 * (ahead + 1))).toBeLessThan(0.0044));
    const later = grown(fresh);
    const rows = {...rowsOf(applyProjection(growing, fresh.histories), 3), came: later.outcomes[3]!};
    const {inside, outcomes} = backtest(rows, () => true)!;
    expect(Math.abs(inside / outcomes - 0.8)).toBeLessThan(0.041);
  });

  it("does not take four quarters that happen to be alike for certainty", () => {
    const one = pick(fresh.histories, 0);
    const size = one.sales[0]![0]!;
    const flows = one.flows.map((_, lag) => {
      const season = model.seasons.all[(((one.quarters[0]! - lag) % 4) + 4) % 4]!;
      return Float64Array.of(lag < 4 ? size * (0.05 + season) : NaN);
    });
    const {low, high} = applyProjection(model, {...one, flows});
    // The typical spread, about 0.03, counts as two quarters of six: 0.01, and the interval is some 3.5 of these wide.
    expect((high[0]![0]! - low[0]![0]!) / size).toBeGreaterThan(0.025);
  });

  it("lies within its own interval, always", () => {
    projected.mid.forEach((mid, ahead) =>
      mid.forEach((flow, row) => {
        expect(projected.low[ahead]![row]!).toBeLessThanOrEqual(flow);
        expect(projected.high[ahead]![row]!).toBeGreaterThanOrEqual(flow);
      })
    );
  });

  it("never falls, with its interval, when every quarter of an obligor was better by the same", () => {
    fc.assert(
      fc.property(fc.double({min: 0, max: 0.02, noNaN: true}), (better) => {
        const {histories} = fresh;
        const flows = histories.flows.map((values, lag) =>
          values.map((flow, row) => flow + better * histories.sales[lag]![row]!)
        );
        const raised = applyProjection(model, {...histories, flows});
        for (const row of [0, 1, 2, 500]) {
          for (const ends of ["low", "mid", "high"] as const) {
            expect(raised[ends][2]![row]! + 1e-6).toBeGreaterThanOrEqual(projected[ends][2]![row]!);
          }
        }
      }),
      {numRuns: 20}
    );
  });

  it("is the same in another currency, to the last bit where that is worth a power of two", () => {
    const inFours = (sample: typeof train) => ({
      histories: scaled(sample.histories, 4),
      outcomes: sample.outcomes.map((values) => values.map((flow) => 4 * flow))
    });
    const other = fitProjection(inFours(train), inFours(simulated(1500, 2)), CHOICES)!;
    expect(applyProjection(other, scaled(fresh.histories, 4)).high[3]).toEqual(
      projected.high[3]!.map((flow) => 4 * flow)
    );
  });

  it("moves with the obligor's size, whatever the others are", () => {
    const one = pick(fresh.histories, 2); // the largest size, so that twice of it is of the same class
    const twice = applyProjection(model, scaled(one, 2));
    for (const ends of ["low", "mid", "high"] as const) {
      expect(twice[ends][0]![0]).toBe(2 * applyProjection(model, one)[ends][0]![0]!);
    }
  });

  it("does not depend on who else is projected", () => {
    const alone = applyProjection(model, pick(fresh.histories, 7));
    expect([alone.low[1]![0], alone.mid[1]![0]]).toEqual([projected.low[1]![7], projected.mid[1]![7]]);
  });
});

describe("what is not projected", () => {
  const lastOnes = (known: number, from = 0): FlowHistories => {
    const one = pick(fresh.histories, 0);
    const cut = (series: readonly Float64Array[]) =>
      series.map((values, lag) => (lag >= from && lag < from + known ? values : Float64Array.of(NaN)));
    return {...one, flows: cut(one.flows), sales: cut(one.sales)};
  };
  const midOf = (histories: FlowHistories) => applyProjection(model, histories).mid[0]![0]!;

  it("is an obligor of whom fewer than four quarters are known", () => {
    expect(midOf(lastOnes(3))).toBeNaN();
    expect(midOf(lastOnes(4))).not.toBeNaN();
  });

  it("is one whose latest known quarter lies more than four before the latest full one", () => {
    expect(midOf(lastOnes(4, 4))).not.toBeNaN();
    expect(midOf(lastOnes(4, 5))).toBeNaN();
  });

  it("is one without sales", () => {
    const one = pick(fresh.histories, 0);
    expect(midOf({...one, sales: one.sales.map(() => Float64Array.of(0))})).toBeNaN();
  });

  it("is anyone, where there is too little to learn from", () => {
    const none = simulated(0, 1);
    expect(fitProjection(none, none, CHOICES)).toBeNull();
    expect(fitProjection(simulated(6, 1), simulated(6, 2), CHOICES)).toBeNull();
  });
});

describe("the simplest projection", () => {
  it("is the latest known flow of the same quarter", () => {
    const flows = [10, 11, 12, 13, 14, 15].map((flow) => Float64Array.of(flow));
    const history = {...pick(fresh.histories, 0), flows};
    expect([0, 1, 2, 3].map((ahead) => sameQuarterBefore(history, ahead)[0])).toEqual([13, 12, 11, 10]);
    const later = {...history, firstAhead: 2, flows: [Float64Array.of(NaN), ...flows.slice(1)]};
    // The quarter two after the latest one is 12, and the fifth after it is that of 14, since of its own quarter 10 is not known.
    expect([0, 2, 3].map((ahead) => sameQuarterBefore(later, ahead)[0])).toEqual([12, 14, 13]);
  });
});

function sizeOf({histories}: typeof train, row: number): number {
  return histories.sales[0]![row]!;
}

function faredAt(ahead: number) {
  return backtest(rowsOf(projected, ahead), () => true);
}

function rowsOf({low, mid, high, scale}: Projections, ahead: number) {
  const yearBefore = sameQuarterBefore(fresh.histories, ahead);
  return {came: fresh.outcomes[ahead]!, low: low[ahead]!, mid: mid[ahead]!, high: high[ahead]!, scale, yearBefore};
}

function scaled(histories: FlowHistories, factor: number): FlowHistories {
  const times = (series: readonly Float64Array[]) => series.map((values) => values.map((value) => factor * value));
  return {...histories, flows: times(histories.flows), sales: times(histories.sales)};
}

function pick(histories: FlowHistories, row: number): FlowHistories {
  const at = (series: readonly Float64Array[]) => series.map((values) => values.slice(row, row + 1));
  return {
    ...histories,
    rowCount: 1,
    flows: at(histories.flows),
    sales: at(histories.sales),
    groups: [histories.groups[row]!],
    quarters: histories.quarters.slice(row, row + 1)
  };
}
