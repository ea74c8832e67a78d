import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {curveRows, groupRows, spreadRows} from "#pipeline/experiments/charts.js";
import {openOptions, optionsText} from "#pipeline/experiments/optionsText.js";
import {predictionsIn, type KeptSample, type Predictions} from "#pipeline/experiments/predictions.js";
import {yearRows} from "#pipeline/experiments/years.js";
import type {Candidate} from "#pipeline/lab/candidates.js";
import {predictionColumns} from "#pipeline/lab/predictions.js";
import type {LabRows} from "#pipeline/lab/rows.js";
import {epochDays} from "#warehouse/engine/columns.js";

const key = {experiment_id: "e", sample: "validation"} as const;
const days = ["2019-12-31", "2020-12-31", "2021-12-31"].map(epochDays);

/** Rows with a default and another among them. */
const predictions = fc
  .array(fc.tuple(fc.double({min: 0.0001, max: 0.99, noNaN: true}), fc.integer({min: 0, max: 1})), {
    minLength: 12,
    maxLength: 80
  })
  .map((rows): Predictions => ({
    names: rows.map((_, row) => String(row)),
    days: Int32Array.from(rows, (_, row) => days[row % 3]!),
    defaulted: Uint8Array.from(rows, ([, flag], row) => (row < 3 ? 1 : row < 6 ? 0 : flag)),
    pd: Float64Array.from(rows, ([pd]) => pd)
  }));

const sum = <T>(rows: readonly T[], value: (row: T) => number) => rows.reduce((total, row) => total + value(row), 0);

describe("what charts show of predictions", () => {
  it("runs from corner to corner, never down", () => {
    fc.assert(
      fc.property(predictions, (part) => {
        const points = curveRows(key, part);
        expect(points[0]).toMatchObject({hit_rate: 0, false_alarm_rate: 0, called_share: 0});
        expect(points.at(-1)).toMatchObject({hit_rate: 1, false_alarm_rate: 1, called_share: 1});
        points.slice(1).forEach((point, at) => {
          expect(point.hit_rate).toBeGreaterThanOrEqual(points[at]!.hit_rate);
          expect(point.called_share).toBeGreaterThan(points[at]!.called_share);
        });
      })
    );
  });

  it("counts every row and every default once, in tenths, classes and years", () => {
    fc.assert(
      fc.property(predictions, (part) => {
        const events = sum([...part.defaulted], (flag) => flag);
        const samples = new Map<KeptSample, Predictions>([["validation", part]]);
        for (const rows of [groupRows(key, part), spreadRows(key, part), yearRows("e", samples)]) {
          expect(sum<{observations: number}>(rows, ({observations}) => observations)).toBe(part.pd.length);
          expect(sum<{defaults: number}>(rows, ({defaults}) => defaults)).toBe(events);
        }
        expect(sum(yearRows("e", samples), ({expected_defaults: expected}) => expected)).toBeCloseTo(
          sum([...part.pd], (pd) => pd),
          10
        );
      })
    );
  });

  it("captures all defaults in all tenths, and fewer in the riskier ones alone", () => {
    fc.assert(
      fc.property(predictions, (part) => {
        const captured = groupRows(key, part).map(({captured_share: share}) => share);
        expect(captured[0]).toBe(1);
        expect(captured).toEqual([...captured].sort((a, b) => b - a));
      })
    );
  });

  it("puts a PD at the end of a class into it, and the next into the next", () => {
    const classOf = (pd: number) => {
      const part = {names: ["x"], days: Int32Array.of(0), defaulted: Uint8Array.of(0), pd: Float64Array.of(pd)};
      return spreadRows(key, part).findIndex(({observations}) => observations === 1);
    };
    expect([0.0001, 0.0005, 0.00051, 0.001, 0.0011, 1].map(classOf)).toEqual([0, 0, 1, 1, 2, 11]);
    const classes = spreadRows(key, {
      names: [],
      days: new Int32Array(),
      defaulted: new Uint8Array(),
      pd: new Float64Array()
    });
    expect(classes.slice(1).map(({lower_pd: lower}) => lower)).toEqual(
      classes.slice(0, -1).map(({upper_pd: upper}) => upper)
    );
    expect(classes.at(-1)!.upper_pd).toBe(1);
  });

  it("gives a year with few defaults no AUC, and says what came", () => {
    const part: Predictions = {
      names: ["a", "b", "c"],
      days: Int32Array.of(days[0]!, days[0]!, days[1]!),
      defaulted: Uint8Array.of(1, 0, 0),
      pd: Float64Array.of(0.5, 0.1, 0.2)
    };
    const rows = yearRows("e", new Map([["validation", part]]));
    expect(rows).toMatchObject([
      {year: 2019, observations: 2, defaults: 1, odr: 0.5, mean_pd: 0.3, auc: null, auc_lower: null},
      {year: 2020, observations: 1, defaults: 0, odr: 0, lower: 0, auc: null}
    ]);
  });
});

describe("predictions that were kept", () => {
  const rows: LabRows = {
    features: new Map(),
    defaulted: Uint8Array.of(1, 0, 1),
    groups: Uint32Array.of(0, 1, 2),
    names: ["a", "b", "c"],
    days: Int32Array.of(days[0]!, days[0]!, days[0]!),
    isMeasured: Uint8Array.of(1, 1, 0),
    segments: [null, null, null]
  };

  it("are those of measured rows, of samples with both defaults and others", () => {
    const pds = Float64Array.of(0.3, 0.1, 0.2);
    const alone = {...rows, defaulted: Uint8Array.of(0, 0, 1)};
    const found = predictionsIn(
      predictionColumns([
        {sample: "cross_validation", rows, pds},
        {sample: "validation", rows: alone, pds}
      ])
    );
    expect([...found.keys()]).toEqual(["cross_validation"]);
    expect(found.get("cross_validation")).toMatchObject({names: ["a", "b"], pd: Float64Array.of(0.3, 0.1)});
  });
});

describe("options", () => {
  const candidates = [1, 10].map((ridge): Candidate => ({kind: "logistic", ridge}));

  it("read as a spec writes them, the open ones alone where candidates are told apart", () => {
    expect(optionsText(candidates[0]!)).toBe("ridge 1");
    expect([...openOptions(candidates)]).toEqual(["ridge"]);
    expect(optionsText(candidates[1]!, openOptions(candidates.slice(0, 1)))).toBe("");
  });
});
