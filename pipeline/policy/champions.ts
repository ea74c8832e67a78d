import {existsSync} from "node:fs";
import {join} from "node:path";
import {policyVersions, type PolicyVersion} from "./policy.js";

/** Folder of the policies that name the champions of a source. */
export function championFolder(folder: string, sourceId: string): string {
  return join(folder, "champion", sourceId);
}

/** The champions of a source, in order of taking effect; none where the rating policy fits the model of every date. */
export function championsOf(folder: string, sourceId: string): PolicyVersion<"champion">[] {
  if (!existsSync(championFolder(folder, sourceId))) return [];
  return policyVersions(folder, "champion", join("champion", sourceId));
}
