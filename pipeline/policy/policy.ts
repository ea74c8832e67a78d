import {createHash} from "node:crypto";
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "#warehouse/engine/userError.js";
import {readYaml} from "../settings/readYaml.js";
import {POLICY_SCHEMAS, type Policy, type PolicySubject} from "./schemas.js";

export interface PolicyVersion<S extends PolicySubject> {
  readonly policy: Policy<S>;
  readonly file: string;
  /** SHA-256 of the file. */
  readonly sha256: string;
}

/** A version with the observation dates to which it applies: from the first, until before the last; ISO dates. */
export interface PolicyInForce<S extends PolicySubject> extends PolicyVersion<S> {
  readonly from: string;
  readonly until: string;
}

const FOREVER = "9999-12-31";

/**
 * The versions of a policy that are in force on the observation dates from `first` to `last`, in order. An
 * old date keeps its old version, so that it gives the old answer when it is run again.
 *
 * Throws a UserError when a file does not fit its schema (naming file, line and rule), when two versions
 * take effect on the same day, or when none is in force on the first date.
 */
export function policiesInForce<S extends PolicySubject>(
  folder: string,
  subject: S,
  {first, last}: {readonly first: string; readonly last: string}
): PolicyInForce<S>[] {
  const versions = policyVersions(folder, subject);
  const timeline = versions.map((version, index): PolicyInForce<S> => {
    const until = versions[index + 1]?.policy.effective_from ?? FOREVER;
    return {...version, from: version.policy.effective_from, until};
  });
  if (timeline.length === 0 || timeline[0]!.from > first) {
    const start = timeline[0]?.from ?? "never";
    throw new UserError(
      `${join(folder, subject)}: no ${subject} policy is in force on ${first}; the first starts ${start}`
    );
  }
  return timeline.filter(({from, until}) => from <= last && until > first);
}

/** The version of a timeline in force on a date that it covers. */
export function inForceOn<S extends PolicySubject>(
  timeline: readonly PolicyInForce<S>[],
  date: string
): PolicyInForce<S> {
  const found = timeline.find(({from, until}) => from <= date && date < until);
  if (found === undefined) throw new RangeError(`no policy of this timeline is in force on ${date}`);
  return found;
}

/** Every version of a policy, in order of taking effect; the files stand in `name` below the folder of policies. */
export function policyVersions<S extends PolicySubject>(
  folder: string,
  subject: S,
  name: string = subject
): PolicyVersion<S>[] {
  const files = yamlFiles(join(folder, name));
  const versions = files.map((file): PolicyVersion<S> => {
    const policy = readYaml(file, POLICY_SCHEMAS[subject]) as Policy<S>;
    return {policy, file, sha256: createHash("sha256").update(readFileSync(file)).digest("hex")};
  });
  versions.sort((a, b) => (a.policy.effective_from < b.policy.effective_from ? -1 : 1));
  versions.forEach(({policy, file}, index) => {
    const before = versions[index - 1];
    if (before?.policy.effective_from === policy.effective_from) {
      throw new UserError(
        `${file}: takes effect on ${policy.effective_from}, as ${before.file} does; change one of them`
      );
    }
  });
  return versions;
}

function yamlFiles(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
    return names.sort().map((name) => join(folder, name));
  } catch {
    throw new UserError(`${folder}: there is no such folder of policies; create it with one dated YAML file`);
  }
}
