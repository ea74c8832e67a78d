import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {masterScale} from "#models/rating/masterScale.js";
import {moveRows, pairRow, sharedRows, type Predicted} from "#pipeline/experiments/pairs.js";
import type {KeptSample, Predictions} from "#pipeline/experiments/predictions.js";
import {rankCorrelation} from "#pipeline/experiments/rankCorrelation.js";
import {epochDays} from "#warehouse/engine/columns.js";

const DAY = epochDays("2020-12-31");
const bounds = [0.001, 0.002, 0.004, 0.008, 0.02, 0.1, 1];
const scale = masterScale(bounds.map((upperPd, index) => ({label: `G${index}`, upperPd})));
const key = {first_id: "a", second_id: "b"};

function sample(rows: readonly (readonly [name: string, defaulted: number, pd: number])[]): Predictions {
  return {
    names: rows.map(([name]) => name),
    days: Int32Array.from(rows, () => DAY),
    defaulted: Uint8Array.from(rows, ([, defaulted]) => defaulted),
    pd: Float64Array.from(rows, ([, , pd]) => pd)
  };
}

function predicted(id: string, samples: readonly (readonly [KeptSample, Predictions])[]): Predicted {
  return {id, samples: new Map(samples)};
}

const first = sample([
  ["x", 1, 0.05],
  ["y", 0, 0.003],
  ["z", 0, 0.06],
  ["w", 0, 0.001]
]);
const second = sample([
  ["w", 0, 0.0011],
  ["x", 1, 0.5],
  ["y", 0, 0.003],
  ["v", 1, 0.2]
]);

describe("two experiments", () => {
  it("are compared on the rows that both rated, whatever their order", () => {
    const shared = sharedRows(
      predicted("a", [["cross_validation", first]]),
      predicted("b", [["cross_validation", second]])
    )!;
    expect(shared.names).toEqual(["x", "y", "w"]);
    expect([...shared.first]).toEqual([0.05, 0.003, 0.001]);
    expect([...shared.second]).toEqual([0.5, 0.003, 0.0011]);
  });

  it("are compared on later rows before rows held out, and never on those of the test", () => {
    const all = [
      ["cross_validation", first],
      ["validation", first],
      ["test", first]
    ] as const;
    expect(sharedRows(predicted("a", all), predicted("b", all))!.sample).toBe("validation");
    expect(sharedRows(predicted("a", all.slice(2)), predicted("b", all.slice(2)))).toBeNull();
  });

  it("are not compared where they share no default, nor rows whose outcomes they tell differently", () => {
    const turned = {...first, defaulted: first.defaulted.map((flag) => 1 - flag)};
    expect(sharedRows(predicted("a", [["validation", first]]), predicted("b", [["validation", turned]]))).toBeNull();
  });

  it("say who orders better, and how many rows moved which way", () => {
    const shared = sharedRows(predicted("a", [["validation", first]]), predicted("b", [["validation", second]]))!;
    const row = pairRow(key, shared, scale);
    expect(row).toMatchObject({observations: 3, defaults: 1, first_auc: 1, second_auc: 1, difference: 0, p_value: 1});
    // x: 0.05 is G5, 0.5 is G6; y stays; w stays in G1, whose bounds are 0.001 and 0.002.
    expect(row).toMatchObject({moved: 1, moved_riskier: 1, moved_safer: 0, rank_correlation: 1});
  });

  it("list the obligors that moved most, each once, and none that did not move", () => {
    const shared = sharedRows(predicted("a", [["validation", first]]), predicted("b", [["validation", second]]))!;
    const moves = moveRows(key, shared, scale);
    expect(moves.map(({obligor_id: id, notches, defaulted}) => [id, notches, defaulted])).toEqual([
      ["x", 1, true],
      ["w", 0, false]
    ]);
    const twice = {...shared, names: ["x", "x", "w"]};
    expect(moveRows(key, twice, scale).map(({obligor_id: id}) => id)).toEqual(["x", "w"]);
  });
});

describe("the rank correlation", () => {
  it("is that of the textbook, with ties", () => {
    // scipy 1.17, stats.spearmanr([1, 2, 2, 4, 5], [2, 1, 3, 5, 4])
    expect(rankCorrelation(Float64Array.of(1, 2, 2, 4, 5), Float64Array.of(2, 1, 3, 5, 4))).toBeCloseTo(
      0.7181848464596079,
      12
    );
    expect(rankCorrelation(Float64Array.of(1, 1), Float64Array.of(1, 2))).toBeNull();
  });

  it("is unmoved by what keeps order, and turned by what turns it", () => {
    const values = fc.array(fc.integer({min: -50, max: 50}), {minLength: 3, maxLength: 30});
    fc.assert(
      fc.property(values, (numbers) => {
        fc.pre(new Set(numbers).size > 1);
        const a = Float64Array.from(numbers);
        const b = Float64Array.from(numbers, (value, row) => value + (row % 3) * 20);
        const plain = rankCorrelation(a, b);
        fc.pre(plain !== null);
        expect(rankCorrelation(a.map(Math.exp), b)).toBeCloseTo(plain!, 12);
        expect(
          rankCorrelation(
            a.map((value) => -value),
            b
          )
        ).toBeCloseTo(-plain!, 12);
      })
    );
  });
});
