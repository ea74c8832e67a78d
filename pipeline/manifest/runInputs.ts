import {createHash} from "node:crypto";
import {existsSync, readFileSync} from "node:fs";
import {basename} from "node:path";
import type {LoadReport} from "#loaders/load.js";
import type {Source} from "#loaders/source.js";
import type {RunInput} from "#warehouse/manifest.js";
import type {Policies} from "../context.js";
import type {Champion} from "../rating/champion.js";

export interface InputSources {
  readonly source: Source;
  readonly load: LoadReport;
  readonly policies: Policies;
  readonly champions: readonly Champion[];
  /** Version of the code. */
  readonly code: string;
  /** Key of the pseudonyms; only a fingerprint of it is kept. */
  readonly key: string;
  readonly truthFile: string | null;
}

/** Everything that the results of a run depend on, sorted by kind and name. */
export function runInputs({source, load, policies, champions, code, key, truthFile}: InputSources): RunInput[] {
  const inputs: RunInput[] = [
    ...load.files.map(({name, sha256, rows, batch}): RunInput => {
      const isAlone = load.files.filter((file) => file.name === name).length === 1;
      return {kind: "extract", name: isAlone ? name : `${name}, batch ${batch}`, version: sha256, rows};
    }),
    ...[...policies.default, ...policies.rating, ...policies.tiers, ...policies.quality].map(
      ({policy, sha256}): RunInput => {
        const name = `${policy.policy} ${policy.version}, from ${policy.effective_from}`;
        return {kind: "policy", name, version: sha256, rows: null};
      }
    ),
    ...champions.map(({policy: {policy, sha256}}): RunInput => {
      const name = `champion ${policy.experiment}, from ${policy.effective_from}`;
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
    {kind: "setting", name: "batches loaded", version: load.history, rows: null},
    {kind: "setting", name: "calendar", version: Object.values(source.calendar).join(" "), rows: null},
    {kind: "setting", name: "evaluation", version: Object.values(source.evaluation).join(" "), rows: null},

    {kind: "setting", name: "pseudonym key, fingerprint", version: fingerprint(key), rows: null},
    {kind: "code", name: "loanscape", version: code, rows: null},
    ...truthInput(truthFile)
  ];
  return inputs.sort((a, b) => (`${a.kind} ${a.name}` < `${b.kind} ${b.name}` ? -1 : 1));
}

/** The truth of the demo bank, where it stands beside the extracts: what is measured against it is published. */
function truthInput(file: string | null): RunInput[] {
  if (file === null || !existsSync(file)) return [];
  const version = createHash("sha256").update(readFileSync(file)).digest("hex");
  return [{kind: "setting", name: `truth of the demo bank, ${basename(file)}`, version, rows: null}];
}

function fingerprint(key: string): string {
  return createHash("sha256").update(`loanscape pseudonyms ${key}`).digest("hex").slice(0, 16);
}
