import type {LoadReport} from "#loaders/load.js";
import type {Source} from "#loaders/source.js";
import type {RunInput} from "#warehouse/manifest.js";
import type {Policies} from "../context.js";

/** Everything that the results of a run depend on, sorted by kind and name. */
export function runInputs(source: Source, load: LoadReport, policies: Policies, code: string): RunInput[] {
  const inputs: RunInput[] = [
    ...load.files.map(({name, sha256, rows}): RunInput => ({kind: "extract", name, version: sha256, rows})),
    ...[...policies.default, ...policies.rating, ...policies.tiers].map(({policy, sha256}): RunInput => {
      const name = `${policy.policy} ${policy.version}, from ${policy.effective_from}`;
      return {kind: "policy", name, version: sha256, rows: null};
    }),
    ...source.assumptions.map(({id, value}): RunInput => ({
      kind: "setting",
      name: id,
      version: String(value),
      rows: null
    })),
    ...policies.rating.map(({policy}): RunInput => {
      const name = `cross-validation, from ${policy.effective_from}`;
      return {kind: "seed", name, version: String(policy.seed), rows: null};
    }),
    {kind: "setting", name: "calendar", version: Object.values(source.calendar).join(" "), rows: null},
    {kind: "setting", name: "evaluation", version: Object.values(source.evaluation).join(" "), rows: null},

    {kind: "code", name: "loanscape", version: code, rows: null}
  ];
  return inputs.sort((a, b) => (`${a.kind} ${a.name}` < `${b.kind} ${b.name}` ? -1 : 1));
}
