import {cpSync, existsSync, mkdirSync, readdirSync, rmSync} from "node:fs";
import {join} from "node:path";

/** Copies the experiments of the registry beside the quick ones of the lab, with the records that came to them since; those that are gone go. */
export function keptBeside(registry: string, lab: string): void {
  const [from, to] = [join(registry, "experiments"), join(lab, "experiments")];
  mkdirSync(to, {recursive: true});
  const kept = existsSync(from) ? readdirSync(from).filter((name) => !name.endsWith(".part")) : [];
  for (const name of readdirSync(to)) {
    if (!kept.includes(name) && !name.endsWith(QUICK)) rmSync(join(to, name), {recursive: true, force: true});
  }
  for (const name of kept) cpSync(join(from, name), join(to, name), {recursive: true, preserveTimestamps: true});
}

/** How the id of a quick experiment ends; the others end in a hash. */
export const QUICK = "-quick";
