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

/**
 * The version of a policy in force on a date: the latest that took effect by then.
 *
 * Throws a UserError when a file does not fit its schema (naming file, line and rule), when two
 * versions take effect on the same day, or when none is in force yet.
 */
export function policyInForce<S extends PolicySubject>(folder: string, subject: S, date: string): PolicyVersion<S> {
  const versions = policyVersions(folder, subject);
  const inForce = versions.findLast(({policy}) => policy.effective_from <= date);
  if (inForce === undefined) {
    const first = versions[0]?.policy.effective_from ?? "never";
    throw new UserError(
      `${join(folder, subject)}: no ${subject} policy is in force on ${date}; the first starts ${first}`
    );
  }
  return inForce;
}

/** Every version of a policy, in order of taking effect. */
export function policyVersions<S extends PolicySubject>(folder: string, subject: S): PolicyVersion<S>[] {
  const files = yamlFiles(join(folder, subject));
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
