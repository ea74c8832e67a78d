import type {Source} from "#loaders/source.js";
import type {Engine} from "#warehouse/engine/engine.js";
import type {PolicyInForce} from "./policy/policy.js";
import type {Progress} from "./progress.js";
import type {Champion} from "./rating/champion.js";
import type {StepRecord} from "./runRecord.js";

/** The versions of each policy that are in force on the run's observation dates, in order. */
export interface Policies {
  readonly default: readonly PolicyInForce<"default">[];
  readonly rating: readonly PolicyInForce<"rating">[];
  readonly tiers: readonly PolicyInForce<"tiers">[];
  readonly quality: readonly PolicyInForce<"quality">[];
}

/** What every step is given. */
export interface RunContext {
  readonly engine: Engine;
  readonly source: Source;
  readonly policies: Policies;
  /** Models that were promoted, in order of taking effect. */
  readonly champions: readonly Champion[];
  readonly progress: Progress;
  /** Counts what each step wrote. */
  readonly record: StepRecord;
}
