import type {Source} from "#loaders/source.js";
import type {Engine} from "#warehouse/engine/engine.js";
import type {PolicyVersion} from "./policy/policy.js";
import type {Progress} from "./progress.js";
import type {StepRecord} from "./runRecord.js";

/** The policies in force at the run's observation date. */
export interface Policies {
  readonly default: PolicyVersion<"default">;
  readonly rating: PolicyVersion<"rating">;
  readonly tiers: PolicyVersion<"tiers">;
}

/** What every step is given. */
export interface RunContext {
  readonly engine: Engine;
  readonly source: Source;
  readonly policies: Policies;
  readonly progress: Progress;
  /** Counts what each step wrote. */
  readonly record: StepRecord;
}
