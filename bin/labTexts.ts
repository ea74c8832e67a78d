import type {
  Comparison,
  ExperimentList,
  LabEvent,
  ListedExperiment,
  Promoted,
  SampleFigures,
  ScoredObligor,
  Trained,
  Validated
} from "#pipeline/lab/results.js";
import {count} from "./count.js";
import {textTable} from "./textTable.js";

const SAMPLES: Readonly<Record<SampleFigures["sample"], string>> = {
  train: "training rows",
  cross_validation: "cross-validated, nested",
  validation: "validation rows",
  test: "test rows",
  test_without_copies: "test rows without copies of training rows"
};

export function trainedText({experiment, model, outcome}: Trained): string {
  const {id, figures, foldDeviation, tuning, excluded, spec} = experiment;
  const left = excluded.filter(({rows}) => rows > 0).map(({reason, rows}) => `${count(rows)} ${reason}`);
  return [
    `${outcome === "kept" ? "Kept" : "There already"}: ${id}`,
    ...(left.length === 0 ? [] : [`Left out: ${left.join(", ")}.`]),
    tuning.candidates.length === 1
      ? "One candidate: nothing to choose."
      : `Candidate ${tuning.winner + 1} of ${tuning.candidates.length} won: ${chosenText(experiment.chosen)}.`,
    ...(model.kind === "scorecard"
      ? [`Characteristics: ${model.characteristics.map(({feature}) => feature).join(", ")}.`]
      : []),
    "",
    figuresTable(figures),
    ...(foldDeviation === null ? [] : [`AUC over single folds: standard deviation ${foldDeviation.toFixed(3)}.`]),
    spec.split.kind === "cross_validation"
      ? `Next: loanscape validate ${id}`
      : `The test rows have not been read. Next: loanscape validate ${id}`
  ].join("\n");
}

function chosenText(chosen: Readonly<Record<string, unknown>>): string {
  return Object.entries(chosen)
    .filter(([, value]) => typeof value === "number")
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(", ");
}

function figuresTable(samples: readonly SampleFigures[]): string {
  const heads = ["", "rows", "defaults", "AUC", "95 % interval", "KS", "Brier", "log loss", "mean PD", "default rate"];
  const rows = samples.map(({sample, observations, events, figures}) => {
    const value = (metric: string, digits: number) =>
      figures.find((figure) => figure.metric === metric)?.value.toFixed(digits) ?? "-";
    const auc = figures.find(({metric}) => metric === "auc");
    const interval =
      auc === undefined || auc.lower === null || auc.upper === null
        ? "-"
        : `${auc.lower.toFixed(3)} to ${auc.upper.toFixed(3)}`;
    return [
      SAMPLES[sample],
      count(observations),
      count(events),
      value("auc", 3),
      interval,
      value("ks", 3),
      value("brier", 4),
      value("log_loss", 4),
      value("mean_pd", 4),
      value("odr", 4)
    ];
  });
  return textTable([heads, ...rows], {right: new Set([1, 2, 3, 4, 5, 6, 7, 8, 9])});
}

export function experimentsText({experiments, readings}: ExperimentList): string {
  if (experiments.length === 0)
    return "No experiment yet; loanscape train SPEC makes one, such as data/models/demo.yaml.";
  const heads = ["experiment", "method", "trained", "AUC cross-validated", "validated", "rates from"];
  return [
    textTable([heads, ...experiments.map(listedRow)], {right: new Set([3])}),
    "",
    ...(readings.length === 0 ? ["No test sample has been read."] : ["Readings of test samples:"]),
    ...readings.map(
      ({number, at, experiment, before, auc}) =>
        `${number}. ${at.slice(0, 10)} ${experiment}: AUC ${auc?.toFixed(3) ?? "-"}; these rows had been read ${before === 0 ? "never" : times(before)} before`
    )
  ].join("\n");
}

function listedRow({
  experiment: {id, spec, trainedAt, figures},
  isValidated,
  championFrom
}: ListedExperiment): string[] {
  const nested = figures.find(({sample}) => sample === "cross_validation");
  const auc = nested?.figures.find(({metric}) => metric === "auc")?.value.toFixed(3) ?? "-";
  return [
    id,
    spec.method.kind,
    trainedAt.slice(0, 16).replace("T", " "),
    auc,
    isValidated ? "yes" : "no",
    championFrom ?? "-"
  ];
}

export function validatedText({record, experiment, isEarlier}: Validated): string {
  const {reading, figures, report, policy, sample} = record;
  const verdict = report.overall.verdict;
  const findings = verdict?.findings.map(({test, value, outcome, bound, threshold, power, events}) => [
    test,
    value === null ? "-" : value.toPrecision(4),
    `${bound === "at_least" ? "at least" : "at most"} ${threshold}`,
    events === null ? "-" : count(events),
    power === null ? "-" : power.toFixed(2),
    outcome.replaceAll("_", " ")
  ]);
  return [
    `${experiment.id}: ${verdict?.outcome.replaceAll("_", " ") ?? "not judged"}, by version ${policy.version} of the validation policy.`,
    ...(isEarlier ? [`Validated before, on ${record.validatedAt.slice(0, 10)}; the record stands.`] : []),
    ...(reading === null
      ? [`Measured on out-of-fold PDs: the spec has no test rows.`]
      : [
          `Reading ${reading.number} of the registry; these test rows had been read ${reading.before === 0 ? "never" : times(reading.before)} before.`
        ]),
    ...(sample === "test" && record.copies > 0
      ? [`${count(record.copies)} test rows are exact copies of training rows.`]
      : []),
    "",
    figuresTable(figures),
    "",
    textTable([["test", "value", "must be", "defaults", "power", "verdict"], ...(findings ?? [])], {
      right: new Set([1, 3, 4])
    })
  ].join("\n");
}

function times(number: number): string {
  return number === 1 ? "once" : `${count(number)} times`;
}

export function comparisonText({first, second, samples, moves}: Comparison): string {
  const heads = [
    "",
    "rows",
    "defaults",
    "AUC first",
    "AUC second",
    "difference",
    "p",
    "shift",
    "safer",
    "alike",
    "riskier"
  ];
  const rows = samples.map(({sample, observations, events, auc, meanShift, safer, alike, riskier}) => [
    SAMPLES[sample as SampleFigures["sample"]],
    count(observations),
    count(events),
    auc?.first.toFixed(3) ?? "-",
    auc?.second.toFixed(3) ?? "-",
    auc === null ? "-" : (-auc.difference).toFixed(3),
    auc === null ? "-" : auc.pValue.toPrecision(2),
    meanShift.toFixed(3),
    count(safer),
    count(alike),
    count(riskier)
  ]);
  return [
    `First ${first.id}, second ${second.id}. Difference: AUC of the second less that of the first, by DeLong's paired test;`,
    "shift: mean log odds of default of the second less that of the first; safer, alike, riskier: grades by the second.",
    "",
    textTable([heads, ...rows], {right: new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])}),
    ...(moves.length === 0 ? [] : ["", "Moved furthest:", textTable(moves.map(moveRow))])
  ].join("\n");
}

function moveRow({
  name,
  date,
  firstGrade,
  secondGrade,
  firstPd,
  secondPd,
  defaulted
}: Comparison["moves"][number]): string[] {
  const pds = `${(100 * firstPd).toFixed(2)} % to ${(100 * secondPd).toFixed(2)} %`;
  return [name, date ?? "", `${firstGrade} to ${secondGrade}`, pds, defaulted ? "defaulted" : ""];
}

export function promotedText({experiment, outcome, file, before}: Promoted): string {
  return [
    `${experiment.id} is champion from the date in ${file} on (verdict of its validation: ${outcome}).`,
    before === null ? "Until then the rating policy fits the model." : `Until then ${before} is.`,
    "It takes effect with the next run; the file is a policy: review it and keep it with the others."
  ].join("\n");
}

export function scoredText({experiment, obligor, date, score, basePoints, pd, grade, reasons}: ScoredObligor): string {
  const who = obligor === null ? "" : `${obligor}${date === null ? "" : ` on ${date}`}, `;
  const rows = reasons.map(({feature, value, bin, points, best, lost}) => [
    feature,
    value === null ? "missing" : String(value),
    bin,
    String(points),
    String(best),
    String(lost)
  ]);
  return [
    `${who}by ${experiment}: ${score === null ? "" : `score ${score}, `}PD ${(100 * pd).toFixed(3)} %, grade ${grade}.`,
    ...(rows.length === 0
      ? ["This kind of model gives no reasons."]
      : [
          "",
          textTable([["characteristic", "value", "bin", "points", "best", "lost"], ...rows], {
            right: new Set([1, 3, 4, 5])
          }),
          `Base points ${basePoints}; all points add up to the score.`
        ])
  ].join("\n");
}

export function labEventText(event: LabEvent): string {
  switch (event.event) {
    case "watching":
      return `Watching ${event.files.join(", ")} and the SQL of features (Ctrl-C stops).`;
    case "serving":
      return `The lab's pages are at ${event.url}; they load themselves again.`;
    case "refused":
      return `Not trained: ${event.message}`;
    case "refreshed":
      return `Pages drawn in ${event.seconds.toFixed(1)} s, ${event.since.toFixed(1)} s after the save.`;
    case "trained": {
      const {id, figures} = event.trained.experiment;
      return `${id} in ${event.seconds.toFixed(1)} s: ${figures.map(quickText).join("; ")} (quick, never to be promoted)`;
    }
  }
}

function quickText({sample, observations, events, figures}: SampleFigures): string {
  const auc = figures.find(({metric}) => metric === "auc")?.value.toFixed(3) ?? "-";
  const name = sample === "cross_validation" ? "held-out fold" : SAMPLES[sample];
  return `AUC ${auc} on ${name} (${count(observations)} rows, ${count(events)} defaults)`;
}
