import type {Candidate} from "./candidates.js";
import type {TuningRecord} from "./experiment.js";
import {fitModel, type FitRequest, type FittedModel} from "./methods.js";
import {quantified, type Quantification} from "./quantify.js";
import type {LabRows} from "./rows.js";
import type {Spec} from "./spec.js";
import {tuned} from "./tune.js";

export interface Fitted {
  readonly model: FittedModel;
  readonly candidate: Candidate;
  readonly tuning: TuningRecord;
  readonly quantification: Quantification;
}

/** All that a spec does with training rows: chooses among its candidates, fits the winner, brings it to its level. */
export function fitProcedure(rows: LabRows, spec: Spec, request: FitRequest): Fitted {
  const {candidate, record} = tuned(rows, spec, request);
  const {model, quantification} = quantified(fitModel(candidate, rows, request), candidate, rows, spec, request);
  return {model, candidate, tuning: record, quantification};
}
