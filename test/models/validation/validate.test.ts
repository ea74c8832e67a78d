import {describe, expect, it} from "vitest";
import {permutation, randomOf} from "#models/numerics/random.js";
import {auc} from "#models/validation/auc.js";
import {normalTest} from "#models/validation/normalTest.js";
import {validate} from "#models/validation/validate.js";
import type {ValidationOptions} from "#models/validation/validationOptions.js";
import {yearCodes, type ValidationSample} from "#models/validation/validationSample.js";
import type {Rule} from "#models/validation/verdict.js";
import {drawnSample, shuffledLike} from "./samples.js";

const GRADES = ["A", "B", "C", "D", "E"];
const BOUNDS = [0.005, 0.015, 0.04, 0.1, 1];
const YEAR_ENDS = [18261, 18627, 18992]; // 2019-12-31, 2020-12-31, 2021-12-31

const options: ValidationOptions = {
  grades: GRADES,
  segments: ["large", "small", "none"],
  initial: {aucOfPd: 0.8, gradeCounts: [600, 600, 600, 600, 600]},
  rules: [
    {test: "auc_pd", bound: "at_least", watch: 0.7, fail: 0.6, minimumEvents: 20, text: "rule.auc"},
    {test: "jeffreys", bound: "at_least", watch: 0.05, fail: 0.01, minimumPower: 0.5, text: "rule.jeffreys"},
    {test: "hosmer_lemeshow", bound: "at_least", watch: 0.01, fail: 0.001, minimumEvents: 20, text: "rule.hl"},
    {test: "normal_test", bound: "at_least", watch: 0.05, fail: 0.01, text: "rule.years"}
  ] satisfies Rule[]
};

function sample(
  count: number,
  seed: number,
  factor = 1
): Required<ValidationSample> & {grade: Uint8Array; segment: Uint8Array} {
  const {pd, defaulted} = drawnSample(count, seed, {factor});
  return {
    pd,
    defaulted,
    score: pd.map((p) => Math.round(500 - 29 * Math.log(p / (1 - p)))),
    grade: Uint8Array.from(pd, (p) => BOUNDS.findIndex((bound) => p < bound)),
    group: Uint32Array.from({length: count}, (_, row) => row % Math.ceil(count / 3)),
    date: Int32Array.from({length: count}, (_, row) => YEAR_ENDS[Math.floor((3 * row) / count)]!),
    segment: Uint8Array.from({length: count}, (_, row) => (row % 40 === 0 ? 1 : 0))
  };
}

/** Numbers to ten digits: sums in another order differ in the last ones. */
const rounded = (report: unknown) =>
  JSON.parse(JSON.stringify(report), (_, value: unknown) =>
    typeof value === "number" ? Number(value.toPrecision(8)) : value
  ) as unknown;

describe("the validation report", () => {
  const rows = sample(3000, 1);
  const report = validate(rows, options);

  it("is plain JSON, without a number that JSON cannot hold", () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it("is unmoved by the order of rows", () => {
    const order = permutation(3000, randomOf(4));
    const shuffled: ValidationSample = {
      pd: shuffledLike(rows.pd, order),
      defaulted: shuffledLike(rows.defaulted, order),
      score: shuffledLike(rows.score, order),
      grade: shuffledLike(rows.grade, order),
      group: shuffledLike(rows.group, order),
      date: shuffledLike(rows.date, order),
      segment: shuffledLike(rows.segment, order)
    };
    expect(rounded(validate(shuffled, options))).toEqual(rounded(report));
  });

  it("counts rows, obligors and defaults over all, by segment and by year", () => {
    const {overall, segments, years} = report;
    expect(overall).toMatchObject({name: null, observations: 3000, groups: 1000});
    expect(overall.events).toBe(rows.defaulted.reduce((sum, flag) => sum + flag, 0));
    const defaulters = new Set([...rows.group].filter((_, row) => rows.defaulted[row] === 1));
    expect(overall.groupsWithEvents).toBe(defaulters.size);
    expect(segments.map(({name, observations}) => [name, observations])).toEqual([
      ["large", 2925],
      ["small", 75]
    ]);
    expect(years.map(({name, observations}) => [name, observations])).toEqual([
      ["2019", 1000],
      ["2020", 1000],
      ["2021", 1000]
    ]);
    expect(years.reduce((sum, {events}) => sum + events, 0)).toBe(overall.events);
  });

  it("gives a year the figures that its rows have alone", () => {
    const alone = <T extends Float64Array | Uint8Array | Uint32Array>(column: T) => column.slice(1000, 2000) as T;
    const year: ValidationSample = {
      pd: alone(rows.pd),
      defaulted: alone(rows.defaulted),
      score: alone(rows.score),
      grade: alone(rows.grade),
      group: alone(rows.group)
    };
    const withoutStability = {...options, initial: {aucOfPd: 0.8}};
    const {tests, ...others} = validate(year, withoutStability).overall;
    const {tests: expected, ...figures} = report.years[1]!;
    expect({...others, name: "2020"}).toEqual(figures);
    expect(tests.filter(({test}) => test !== "concentration")).toEqual(expected);
  });

  it("ranks by PD, by score and by grade, each as it would be alone", () => {
    const [pd, score, grade] = report.overall.discrimination;
    expect(pd).toMatchObject({by: "pd", ...pick(auc(rows.pd, rows.defaulted))});
    expect(score).toMatchObject({
      by: "score",
      ...pick(
        auc(
          rows.score.map((points) => -points),
          rows.defaulted
        )
      )
    });
    expect(grade).toMatchObject({by: "grade", ...pick(auc(Float64Array.from(rows.grade), rows.defaulted))});
    expect(grade!.auc).toBeLessThan(pd!.auc);
    expect(pd!.againstInitial!.initial).toBe(0.8);
    expect(score!.againstInitial).toBeNull();
    expect(report.acrossYears!.pooled.map(({by}) => by)).toEqual(["pd", "score", "grade"]);
  });

  it("tests the years' default rates against their PDs", () => {
    const {years, acrossYears} = report;
    const expected = normalTest(
      years.map(({odr}) => odr),
      years.map(({pd}) => pd)
    )!;
    expect(acrossYears!.normalTest).toMatchObject(expected);
    // Rules read the Student value, whose size holds with few years.
    expect(report.overall.tests.find(({test}) => test === "normal_test")!.value).toBe(expected.pValueStudent);
  });

  it("says where there is not enough, and never passes it", () => {
    const small = report.segments[1]!;
    expect(small.enough).toBe(false);
    expect(small.discrimination).toEqual([]);
    expect(small.calibration.line).toBeNull();
    expect(small.calibration.jeffreys.pValue).toBeGreaterThan(0);
    expect(small.verdict!.findings.map(({outcome}) => outcome)).toEqual(
      Array.from({length: 4}, () => "not_enough_data")
    );
    expect(small.verdict!.outcome).toBe("not_enough_data");
  });

  it("passes right PDs and fails those that are half of what they should be", () => {
    expect(report.overall.verdict!.outcome).toBe("pass");
    const understated = validate(sample(3000, 2, 2), options).overall;
    expect(understated.odr / understated.pd).toBeGreaterThan(1.5);
    expect(understated.verdict!.outcome).toBe("fail");
    expect(understated.verdict!.findings.find(({test}) => test === "auc_pd")!.outcome).toBe("pass");
  });

  it("shows stability, early defaults and bootstrap intervals where it is given what they take", () => {
    const early = {pd: rows.pd, defaulted: rows.defaulted, seenShare: new Float64Array(3000).fill(1)};
    const full = validate(rows, {
      ...options,
      early,
      bootstrap: {seed: 1, replicates: 20},
      migrationMatrix: [
        [8, 2],
        [1, 9]
      ],
      characteristics: [{characteristic: "leverage", base: [1, 2], current: [2, 2]}]
    });
    expect(report.early).toBeNull();
    expect(report.stability).toMatchObject({bandwidth: null, characteristics: []});
    expect(full.early!.events).toBe(full.overall.events);
    expect(full.stability.bandwidth).toEqual({lower: 1, upper: 1});
    expect(full.stability.characteristics).toHaveLength(1);
    expect(full.stability.gradeCounts!.reduce((sum, count) => sum + count, 0)).toBe(3000);
    expect(full.overall.discrimination[0]!.bootstrap!.estimate).toBeCloseTo(full.overall.discrimination[0]!.auc, 12);
    expect(full.overall.tests.map(({test}) => test)).toEqual(
      expect.arrayContaining([
        "early_defaults",
        "psi_of_grades",
        "concentration",
        "concentration_growth",
        "normal_test"
      ])
    );
  });

  it("makes do with PDs alone", () => {
    const {pd, defaulted, group} = rows;
    const plain = validate({pd, defaulted, group});
    expect(plain.overall.verdict).toBeNull();
    expect(plain).toMatchObject({segments: [], years: [], acrossYears: null, early: null});
    expect(plain.overall.calibration.hosmerLemeshow!.over).toBe("parts");
  });

  it("refuses PDs of zero, columns of other lengths, and codes without a name", () => {
    const {pd, defaulted, group} = rows;
    expect(() => validate({pd: pd.with(7, 0), defaulted, group})).toThrow(
      /row 7: a PD to validate must be in \(0, 1\); got 0/
    );
    expect(() => validate({pd, defaulted: defaulted.slice(1), group})).toThrow(/defaulted has 2999 rows, pd 3000/);
    expect(() => validate({pd, defaulted, group, grade: rows.grade})).toThrow(/grade \d is not one of the 0 named/);
    expect(() => validate({pd, defaulted: defaulted.with(3, 2), group})).toThrow(
      /row 3: defaulted must be 0 or 1; got 2/
    );
    expect(() => validate({pd: new Float64Array(0), defaulted: new Uint8Array(0), group: new Uint32Array(0)})).toThrow(
      /no rows/
    );
  });
});

describe("years of observation dates", () => {
  it("turn at the first of January, before 1970 too", () => {
    const {codes, years} = yearCodes(Int32Array.of(18627, 18628, -1, 0)); // 2020-12-31, 2021-01-01, 1969-12-31, 1970-01-01
    expect([...codes].map((code) => years[code])).toEqual([2020, 2021, 1969, 1970]);
  });
});

function pick({auc: area, standardError}: {auc: number; standardError: number}) {
  return {auc: area, standardError};
}
