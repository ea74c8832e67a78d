/** What a validation can be judged by. Those of p-values are small where the model is wrong. */
export const TEST_NAMES = [
  "auc_pd",
  "auc_score",
  "auc_grade",
  "auc_loss_pd",
  "auc_loss_score",
  "auc_loss_grade",
  "odr_to_pd",
  "jeffreys",
  "binomial",
  "correlated_binomial",
  "z_score",
  "jeffreys_by_grade",
  "hosmer_lemeshow",
  "spiegelhalter",
  "calibration_line",
  "normal_test",
  "early_defaults",
  "psi_of_grades",
  "concentration",
  "concentration_growth"
] as const;

export type TestName = (typeof TEST_NAMES)[number];

/** The result of one test, as a rule reads it. */
export interface TestResult {
  readonly test: TestName;
  /** P-value, or the measure itself; null where it could not be computed. */
  readonly value: number | null;
  readonly observations: number;
  readonly events: number;
  /** Probability of finding PDs understated, or an AUC lost, by the amount set; null where it is not known. */
  readonly power: number | null;
}

/** What a bank asks of one test; data of its policy. */
export interface Rule {
  readonly test: TestName;
  readonly bound: "at_least" | "at_most";
  /** Beyond it the model is watched. */
  readonly watch: number;
  /** Beyond it the model fails. */
  readonly fail: number;
  /** Below it the test says nothing, whatever its value. */
  readonly minimumEvents?: number;
  /** Below it the test cannot be passed. What it finds fault with stands: the level of a test holds whatever its power. */
  readonly minimumPower?: number;
  /** Key of the sentence that states the rule. */
  readonly text: string;
}

export type Outcome = "pass" | "watch" | "fail" | "not_enough_data";

export interface Finding {
  readonly test: TestName;
  readonly value: number | null;
  readonly outcome: Outcome;
  /** The bound that decided: for a pass the one that was kept. */
  readonly threshold: number;
  readonly bound: Rule["bound"];
  readonly events: number | null;
  readonly power: number | null;
  readonly rule: string;
}

export interface Verdict {
  /** The worst finding among those with data enough; what passes was judged both for rank and for level, where rules ask for them. */
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
}

/** Judges each test by its rule, in the order of the rules. Throws where a rule fails a model sooner than it watches it. */
export function verdictOf(tests: readonly TestResult[], rules: readonly Rule[]): Verdict {
  const findings = rules.map((rule) =>
    findingOf(
      rule,
      tests.find(({test}) => test === rule.test)
    )
  );
  const outcomes = new Set(findings.map(({outcome}) => outcome));
  const worst = (["fail", "watch", "pass"] as const).find((outcome) => outcomes.has(outcome)) ?? "not_enough_data";
  return {outcome: worst === "pass" && !isJudged(findings) ? "not_enough_data" : worst, findings};
}

/** What a rule looks at: whether a model ranks, whether its PDs have the right level, or whether it is stable. */
export function aspectOf(test: TestName): "rank" | "level" | "stability" {
  if (test.startsWith("auc_")) return "rank";
  return test === "psi_of_grades" || test.startsWith("concentration") ? "stability" : "level";
}

/** Whether a test of rank and a test of level found something, good or bad, each where rules ask for it. */
export function isJudged(findings: readonly Finding[]): boolean {
  return (["rank", "level"] as const).every((aspect) => {
    const own = findings.filter(({test}) => aspectOf(test) === aspect);
    return own.length === 0 || own.some(({outcome}) => outcome !== "not_enough_data");
  });
}

function findingOf(rule: Rule, result: TestResult | undefined): Finding {
  const {test, bound, watch, fail, text} = rule;
  if (!(bound === "at_least" ? watch >= fail : watch <= fail)) {
    throw new RangeError(`rule for ${test}: watch at ${watch} must come before fail at ${fail} (${bound})`);
  }
  const value = result?.value ?? null;
  const beyond = (limit: number) => value !== null && (bound === "at_least" ? value < limit : value > limit);
  const finding = (outcome: Outcome): Finding => ({
    test,
    value,
    outcome,
    threshold: outcome === "fail" ? fail : watch,
    bound,
    events: result?.events ?? null,
    power: result?.power ?? null,
    rule: text
  });
  if (result === undefined || value === null || result.events < (rule.minimumEvents ?? 0))
    return finding("not_enough_data");
  if (beyond(fail)) return finding("fail");
  if (beyond(watch)) return finding("watch");
  return finding((result.power ?? 0) < (rule.minimumPower ?? 0) ? "not_enough_data" : "pass");
}
