import {existsSync} from "node:fs";
import {gradeIndexOf} from "#models/rating/masterScale.js";
import {applyScorecard} from "#models/scorecard/applyScorecard.js";
import {validate, type ValidationReport} from "#models/validation/validate.js";
import {numbersOf, textsOf, type Columns} from "#warehouse/engine/columns.js";
import {arrowOf} from "#warehouse/engine/arrow.js";
import {UserError} from "#warehouse/engine/userError.js";
import {codeVersion} from "../manifest/codeVersion.js";
import {policyVersions, type PolicyVersion} from "../policy/policy.js";
import type {Progress} from "../progress.js";
import {scaleOf} from "../rating/scaleOf.js";
import type {Settings} from "../settings/settings.js";
import {copiesOf} from "./copies.js";
import {dataHash, keyHash} from "./dataHash.js";
import type {Experiment} from "./experiment.js";
import {sampleFigures, type SampleFigures} from "./figures.js";
import {jsonText, readJson, writeWhole} from "./jsonFiles.js";
import {pdsOf, type FittedModel} from "./methods.js";
import {predictionColumns} from "./predictions.js";
import {logReading, type Reading} from "./readings.js";
import {experimentOf, modelOf, predictionsOf, recordFile, registryOf} from "./registry.js";
import {labPart, measuredPart, rowsAt, type LabRows} from "./rows.js";
import {withSamples} from "./samples.js";
import {validationOptions} from "./validationRules.js";

export interface ValidateRequest {
  /** Id of an experiment, its beginning, or the name of a model for its latest. */
  readonly experiment: string;
  readonly from: string | null;
  readonly settings: Settings;
  readonly progress: Progress;
  readonly now: () => Date;
}

/** What a validation found, and on what. */
export interface ValidationRecord {
  readonly experiment: string;
  readonly modelHash: string;
  readonly validatedAt: string;
  readonly codeVersion: string;
  /** `test` where the spec has one; else the out-of-fold PDs of the training rows. */
  readonly sample: "test" | "cross_validation";
  readonly policy: {readonly version: string; readonly sha256: string};
  /** Null where no test rows were read. */
  readonly reading: Reading | null;
  readonly figures: readonly SampleFigures[];
  /** Test rows that are exact copies of training rows. */
  readonly copies: number;
  readonly grades: readonly string[];
  readonly report: ValidationReport;
}

export interface Validated {
  readonly record: ValidationRecord;
  readonly experiment: Experiment;
  /** Whether the experiment had been validated before: its record is given as it was made then. */
  readonly isEarlier: boolean;
}

/**
 * Validates an experiment by the policy in force today, once: on its test rows, whose reading is logged, or, where it has none, on
 * the out-of-fold PDs. A second call gives the record of the first.
 */
export async function validateExperiment(request: ValidateRequest): Promise<Validated> {
  const {settings, from, now, progress} = request;
  const registry = registryOf(settings);
  const experiment = experimentOf(registry, request.experiment);
  const file = recordFile(registry, experiment.id, "validation.json");
  if (existsSync(file)) return {record: readJson(file), experiment, isEarlier: true};
  const model = modelOf(registry, experiment);
  const {spec, id} = experiment;
  progress.line(`validating ${id}`);
  const judge = judgeOf(settings, experiment, now().toISOString().slice(0, 10));
  const record = await withSamples({spec, file: id, from, settings}, async (samples): Promise<ValidationRecord> => {
    const common = {
      experiment: id,
      modelHash: experiment.modelHash,
      validatedAt: now().toISOString(),
      codeVersion: codeVersion(),
      policy: {version: judge.policy.policy.version, sha256: judge.policy.sha256},
      grades: judge.grades
    };
    if (samples.test === null) {
      requireSameRows(experiment, samples.train);
      const {rows, pds} = outOfFold(samples.train, predictionsOf(registry, experiment));
      const report = judge.report(rows, pds, null);
      const figures = [sampleFigures("cross_validation", pds, rows.defaulted)];
      return {...common, sample: "cross_validation", reading: null, figures, copies: 0, report};
    }
    requireSameRows(experiment, samples.train);
    const rows = await samples.test();
    if (rows.defaulted.length === 0)
      throw new UserError(`${id}: its test sample has no rows; look at the split of its spec`);
    const pds = pdsOf(model, rows.features);
    const figures = [sampleFigures("test", pds, rows.defaulted)];
    const isCopy = copiesOf(samples.train, rows);
    const copies = isCopy.reduce((total, flag) => total + flag, 0);
    if (copies > 0) {
      const kept = labPart(rows, (row) => isCopy[row] === 0);
      figures.push(sampleFigures("test_without_copies", pdsOf(model, kept.features), kept.defaulted));
    }
    const [{observations, events, figures: measured}] = figures as [SampleFigures];
    const auc = measured.find(({metric}) => metric === "auc")?.value ?? null;
    const at = common.validatedAt;
    const reading = logReading(registry, {at, experiment: id, testHash: keyHash(rows), observations, events, auc});
    writeWhole(recordFile(registry, id, "test.arrow"), arrowOf(predictionColumns([{sample: "test", rows, pds}])));
    return {
      ...common,
      sample: "test",
      reading,
      figures,
      copies,
      report: judge.report(rows, pds, {model, train: samples.train})
    };
  });
  writeWhole(file, jsonText(record));
  return {record, experiment, isEarlier: false};
}

/** Out-of-fold PDs were kept by row: they say nothing of other rows. */
function requireSameRows({id, dataHash: trained}: Experiment, rows: LabRows): void {
  if (dataHash(rows) === trained) return;
  throw new UserError(`${id}: its training rows have changed since; train it again, and validate what comes of it`);
}

/** A model, and the rows from which it came: what test rows are held against. */
interface Trained {
  readonly model: FittedModel;
  readonly train: LabRows;
}

interface Judge {
  readonly policy: PolicyVersion<"validation">;
  readonly grades: readonly string[];
  readonly report: (rows: LabRows, pds: Float64Array, trained: Trained | null) => ValidationReport;
}

/** Grades are those of the master scale in force last. */
function judgeOf(settings: Settings, experiment: Experiment, today: string): Judge {
  const policy = inForceToday(settings, today);
  const scale = scaleOf(policyVersions(settings.policies, "rating").at(-1)!.policy);
  const grades = scale.map(({label}) => label);
  const initial = experiment.figures
    .find(({sample}) => sample === "cross_validation")
    ?.figures.find(({metric}) => metric === "auc")?.value;
  const gradeCounts = ({model, train}: Trained): number[] => {
    const counts = Array.from({length: grades.length}, () => 0);
    for (const pd of pdsOf(model, measuredPart(train).features)) counts[gradeIndexOf(pd, scale)]!++;
    return counts;
  };
  return {
    policy,
    grades,
    report(rows, pds, trained) {
      const model = trained?.model;
      const segments = [...new Set(rows.segments.filter((segment) => segment !== null))].sort();
      const hasSegments = segments.length > 1 && rows.segments.every((segment) => segment !== null);
      const hasDates = rows.days.some((day) => day !== 0);
      return validate(
        {
          pd: pds,
          ...(model?.kind === "scorecard"
            ? {score: Float64Array.from(applyScorecard(model, {features: rows.features}).score)}
            : {}),
          grade: Uint8Array.from(pds, (pd) => gradeIndexOf(pd, scale)),
          defaulted: rows.defaulted,
          group: rows.groups,
          ...(hasDates ? {date: rows.days} : {}),
          ...(hasSegments ? {segment: Uint8Array.from(rows.segments, (segment) => segments.indexOf(segment!))} : {})
        },
        {
          ...validationOptions(policy.policy),
          grades,
          segments: segments as string[],
          ...(trained === null
            ? {}
            : {initial: {...(initial === undefined ? {} : {aucOfPd: initial}), gradeCounts: gradeCounts(trained)}})
        }
      );
    }
  };
}

/** The measured training rows that were predicted out of fold, with their PDs, matched by name and date. */
function outOfFold(train: LabRows, predictions: Columns): {readonly rows: LabRows; readonly pds: Float64Array} {
  const [samples, names] = [textsOf(predictions, "sample"), textsOf(predictions, "name")];
  const [days, pds] = [numbersOf(predictions, "observation_date"), numbersOf(predictions, "pd")];
  const known = new Map<string, number>();
  pds.forEach((pd, row) => {
    if (samples[row] === "cross_validation") known.set(`${names[row]}\0${days[row]}`, pd);
  });
  const pdAt = (row: number) => known.get(`${train.names[row]}\0${train.days[row]}`);
  const places = Uint32Array.from(train.defaulted.keys()).filter(
    (row) => train.isMeasured[row] === 1 && pdAt(row) !== undefined
  );
  return {rows: rowsAt(train, places), pds: Float64Array.from(places, (row) => pdAt(row)!)};
}

function inForceToday({policies}: Settings, today: string): PolicyVersion<"validation"> {
  const found = policyVersions(policies, "validation").findLast(({policy}) => policy.effective_from <= today);
  if (found === undefined) throw new UserError(`${policies}/validation: no validation policy is in force on ${today}`);
  return found;
}
