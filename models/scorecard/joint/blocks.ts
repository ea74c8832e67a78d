import type {Candidate} from "../candidate.js";
import type {Sign} from "../../numerics/signedStep.js";

/** What the bins of one feature may add to the log odds of default: `basis` times its parameters. */
export interface Block {
  readonly candidate: Candidate;
  /** Bins x parameters, by row. */
  readonly basis: Float64Array;
  readonly parameters: number;
  /** Of each parameter: what the penalty multiplies its square by, and the sign that it must keep. */
  readonly penalties: Float64Array;
  readonly sign: Sign;
}

/**
 * Parameters of a feature. With a business sign, or a text: one, the multiple of its weights of evidence, which may not turn. A number without
 * one: a step at each cut, free to go either way, and the distance from the average of the known of each other bin that holds enough; a
 * bin that holds too little stands at that average.
 */
export function blockOf(candidate: Candidate, hasSign: boolean): Block {
  return hasSign || candidate.bins.kind === "category" ? multiple(candidate) : steps(candidate);
}

/** The penalty is that of the steps which the multiple makes, so that the two kinds are held alike. */
function multiple(candidate: Candidate): Block {
  const {weights} = candidate;
  const penalty = weights.reduce((sum, weight, bin) => sum + (bin === 0 ? 0 : (weight - weights[bin - 1]!) ** 2), 0);
  return {
    candidate,
    basis: weights.map((weight) => -weight),
    parameters: 1,
    penalties: Float64Array.of(penalty),
    sign: 1
  };
}

function steps(candidate: Candidate): Block {
  const {bins} = candidate.bins;
  const intervals = bins.filter(({kind}) => kind === "interval");
  const others = bins.flatMap(({kind, isSupported}, bin) => (kind !== "interval" && isSupported ? [bin] : []));
  const cuts = intervals.length - 1;
  const parameters = cuts + others.length;
  const basis = new Float64Array(bins.length * parameters);
  const rowsIn = intervals.map(({goods, bads}) => goods + bads);
  const known = rowsIn.reduce((sum, rows) => sum + rows, 0);
  for (let cut = 0, below = 0; cut < cuts; cut++) {
    below += rowsIn[cut]!;
    const above = (known - below) / known;
    for (let bin = 0; bin <= cuts; bin++) basis[bin * parameters + cut] = (bin > cut ? 1 : 0) - above;
  }
  others.forEach((bin, at) => (basis[bin * parameters + cuts + at] = 1));
  return {candidate, basis, parameters, penalties: new Float64Array(parameters).fill(1), sign: 0};
}

/** Log odds that each bin adds, given the parameters of a block from `at` on. */
export function effectsOf({basis, parameters, candidate}: Block, beta: Float64Array, at: number): Float64Array {
  const effects = new Float64Array(candidate.weights.length);
  for (let bin = 0; bin < effects.length; bin++) {
    for (let j = 0; j < parameters; j++) effects[bin]! += basis[bin * parameters + j]! * beta[at + j]!;
  }
  return effects;
}
