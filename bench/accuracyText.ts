import {auc, aucInterval} from "#models/validation/auc.js";
import {jeffreysPValue} from "#models/validation/defaultTests.js";
import {pairedDeLong} from "#models/validation/pairedDeLong.js";
import type {Experiment} from "#pipeline/lab/experiment.js";
import type {ValidationRecord} from "#pipeline/lab/validate.js";

/** A model and its peer on the same rows. */
export interface Compared {
  readonly experiment: Experiment;
  readonly record: ValidationRecord;
  readonly isEarlier: boolean;
  /** What the rows are. */
  readonly sample: string;
  readonly pds: Float64Array;
  readonly defaulted: Uint8Array;
  /** 1 for rows that are copies of training rows. */
  readonly isCopy: Uint8Array;
  readonly peer: {readonly pds: Float64Array; readonly chosen: string} | null;
}

/** A model that is worse than its peer at this one-sided level does not pass. */
const LEVEL = 0.01;

/** What is reported of one model: AUC with its interval, the floor, the peer, and calibration. */
export function accuracyText(compared: Compared, floor: number): string {
  const {experiment, record, isEarlier, sample, pds, defaulted, isCopy, peer} = compared;
  const trained = experiment.figures.find((figures) => figures.sample === "cross_validation");
  const nested = trained?.figures.find(({metric}) => metric === "auc");
  const quoted = record.sample === "test" ? auc(pds, defaulted).auc : nested!.value;
  const reading = record.reading === null ? "no test sample" : `reading ${record.reading.number} of the log`;
  const deviation = experiment.foldDeviation === null ? "" : `, over folds sd ${experiment.foldDeviation.toFixed(4)}`;
  const out = [
    `${experiment.id}: ${experiment.spec.method.kind}, ${reading}${isEarlier ? ", validated before" : ""}`,
    `  nested cross-validation in training: AUC ${span(nested!.value, nested!.lower!, nested!.upper!)}${deviation}`,
    `  ${sample}: ${areaOf(pds, defaulted)}`,
    `  floor ${floor}: ${quoted >= floor ? "met" : "missed"} (${quoted.toFixed(4)})`
  ];
  if (isCopy.includes(1)) {
    const rows = [...isCopy.keys()].filter((row) => isCopy[row] === 0);
    out.push(
      `  without ${isCopy.length - rows.length} copied rows: ${areaOf(at(pds, rows), Uint8Array.from(at(defaulted, rows)))}`
    );
  }
  const [events, observations] = [defaulted.reduce((a, b) => a + b, 0), pds.length];
  const pd = pds.reduce((a, b) => a + b, 0) / observations;
  out.push(
    `  calibration: mean PD ${pd.toFixed(5)}, observed ${(events / observations).toFixed(5)}; Jeffreys' p that the PD is not too low ${jeffreysPValue({observations, events, pd}).toFixed(4)}`
  );
  if (peer === null) return [...out, "  no peer"].join("\n");
  const test = pairedDeLong(pds, peer.pds, defaulted);
  return [
    ...out,
    `  scikit-learn (${peer.chosen}): ${areaOf(peer.pds, defaulted)}`,
    `  difference ${test.difference.toFixed(4)}, SE ${test.standardError.toFixed(4)}; paired DeLong, one-sided p that ours is worse ` +
      `${test.pFirstWorse.toFixed(4)}: ${test.pFirstWorse < LEVEL ? "worse" : "not found worse"} at ${LEVEL}`
  ].join("\n");
}

function areaOf(pds: Float64Array, defaulted: Uint8Array): string {
  const estimate = auc(pds, defaulted);
  const {observations, events, standardError} = estimate;
  return `${observations} rows, ${events} events, AUC ${span(estimate.auc, ...aucInterval(estimate))}, SE ${standardError.toFixed(4)}`;
}

function span(value: number, lower: number, upper: number): string {
  return `${value.toFixed(4)} (${lower.toFixed(4)} to ${upper.toFixed(4)})`;
}

function at<T extends Float64Array | Uint8Array>(values: T, rows: readonly number[]): Float64Array {
  return Float64Array.from(rows, (row) => values[row]!);
}
