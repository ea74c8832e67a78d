import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {verdictOf, type Rule, type TestResult} from "#models/validation/verdict.js";

const rule: Rule = {test: "jeffreys", bound: "at_least", watch: 0.05, fail: 0.01, text: "rule.jeffreys"};
const result: TestResult = {test: "jeffreys", value: 0.3, observations: 500, events: 12, power: 0.4};

describe("the verdict", () => {
  it("passes, watches and fails by the bounds, which themselves are kept", () => {
    const at = (value: number) => verdictOf([{...result, value}], [rule]).findings[0]!;
    expect(at(0.05)).toMatchObject({outcome: "pass", threshold: 0.05, value: 0.05, rule: "rule.jeffreys", power: 0.4});
    expect(at(0.049)).toMatchObject({outcome: "watch", threshold: 0.05});
    expect(at(0.01)).toMatchObject({outcome: "watch", threshold: 0.05});
    expect(at(0.009)).toMatchObject({outcome: "fail", threshold: 0.01});
    const most: Rule = {test: "odr_to_pd", bound: "at_most", watch: 1.2, fail: 1.5, text: ""};
    const ratio = (value: number) => verdictOf([{...result, test: "odr_to_pd", value}], [most]).outcome;
    expect([ratio(1.2), ratio(1.3), ratio(1.6)]).toEqual(["pass", "watch", "fail"]);
  });

  it("never passes a test without data: no result, no value, too few events, too little power", () => {
    const outcome = (tests: TestResult[], asked: Partial<Rule> = {}) => verdictOf(tests, [{...rule, ...asked}]).outcome;
    expect(outcome([])).toBe("not_enough_data");
    expect(outcome([{...result, value: null}])).toBe("not_enough_data");
    expect(outcome([{...result, value: 0.001}], {minimumEvents: 13})).toBe("not_enough_data");
    expect(outcome([result], {minimumPower: 0.5})).toBe("not_enough_data");
    expect(outcome([{...result, power: null}], {minimumPower: 0.5})).toBe("not_enough_data");
    expect(outcome([result], {minimumPower: 0.4, minimumEvents: 12})).toBe("pass");
  });

  it("lets a fault stand that was found with little power", () => {
    expect(verdictOf([{...result, value: 0.001}], [{...rule, minimumPower: 0.9}]).outcome).toBe("fail");
  });

  it("is the worst of those with data enough, in the order of the rules", () => {
    const rules: Rule[] = [{...rule, test: "auc_pd", text: "a"}, {...rule, test: "binomial", text: "b"}, rule];
    const tests = (pass: number, watch: number): TestResult[] => [
      {...result, test: "binomial", value: pass},
      {...result, value: watch}
    ];
    expect(verdictOf(tests(0.5, 0.5), rules.slice(1)).outcome).toBe("pass");
    expect(verdictOf(tests(0.5, 0.5), rules)).toMatchObject({
      outcome: "not_enough_data",
      findings: [{outcome: "not_enough_data"}, {outcome: "pass"}, {outcome: "pass"}]
    });
    expect(verdictOf(tests(0.5, 0.02), rules).outcome).toBe("watch");
    expect(verdictOf(tests(0.001, 0.02), rules).outcome).toBe("fail");
    expect(verdictOf(tests(0.5, 0.5), []).outcome).toBe("not_enough_data");
  });

  it("is no pass where nothing was said of rank, or nothing of level, though rules ask for it", () => {
    const rules: Rule[] = [
      {...rule, test: "auc_pd", watch: 0.7, fail: 0.6, minimumEvents: 20},
      {...rule, minimumPower: 0.5},
      {...rule, test: "concentration", bound: "at_most", watch: 0.3, fail: 0.5}
    ];
    const stable: TestResult = {test: "concentration", value: 0.1, observations: 60, events: 0, power: null};
    const ranked = (value: number, events: number): TestResult => ({
      test: "auc_pd",
      value,
      observations: 900,
      events,
      power: null
    });
    const levelled = (power: number): TestResult => ({...result, power});
    const outcome = (...tests: TestResult[]) => verdictOf(tests, rules).outcome;
    expect(outcome(stable)).toBe("not_enough_data");
    expect(outcome(stable, ranked(0.8, 19), levelled(0.9))).toBe("not_enough_data");
    expect(outcome(stable, ranked(0.8, 40), levelled(0.4))).toBe("not_enough_data");
    expect(outcome(stable, ranked(0.8, 40), levelled(0.9))).toBe("pass");
    expect(outcome(stable, ranked(0.5, 40), levelled(0.4))).toBe("fail");
  });

  it("never grows milder as a p-value falls", () => {
    const severity = {pass: 0, watch: 1, fail: 2, not_enough_data: NaN};
    const p = fc.double({min: 0, max: 1, noNaN: true});
    fc.assert(
      fc.property(p, p, (a, b) => {
        const at = (value: number) => severity[verdictOf([{...result, value}], [rule]).outcome];
        expect(at(Math.min(a, b))).toBeGreaterThanOrEqual(at(Math.max(a, b)));
      })
    );
  });

  it("refuses a rule that fails before it watches", () => {
    expect(() => verdictOf([], [{...rule, watch: 0.01, fail: 0.05}])).toThrow(
      /watch at 0.01 must come before fail at 0.05/
    );
  });
});
