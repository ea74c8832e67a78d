import {mkdir, mkdtemp, rm, stat, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, dirname, join, relative, resolve} from "node:path";
import {proposalYaml} from "#loaders/mapping/propose/proposalYaml.js";
import {propose, type Fit} from "#loaders/mapping/propose/propose.js";
import {sampleOf} from "#loaders/mapping/propose/sample.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {UserError} from "#warehouse/engine/userError.js";
import {PROJECT_FOLDER} from "./settings/projectFolder.js";

export interface MapOptions {
  readonly file: string;
  readonly contract?: string;
  /** Where the mapping is written; it must not be there yet. */
  readonly out?: string;
}

export interface ProposedMapping {
  readonly contract: string;
  readonly fits: readonly Fit[];
  readonly columns: Readonly<Record<string, unknown>>;
  readonly missing: readonly string[];
  readonly unused: readonly string[];
  readonly yaml: string;
  readonly out: string | null;
}

/** Proposes a mapping of a file from a sample of it, and writes it where `out` says. */
export async function proposeMapping({file, contract, out}: MapOptions): Promise<ProposedMapping> {
  await checkFile(file);
  const folder = await mkdtemp(join(tmpdir(), "loanscape-map-"));
  const engine = await openDuckDB(":memory:", {threads: 1});
  try {
    const sample = await sampleOf(engine, {name: basename(file), path: resolve(file)}, folder);
    const proposal = propose(sample, contract);
    const schema = join(PROJECT_FOLDER, "docs/schema/source.schema.json");
    const yaml = proposalYaml(proposal, sample, relative(dirname(resolve(out ?? "mapping.yaml")), schema));
    if (out !== undefined) await writeNew(out, yaml);
    return {
      contract: proposal.contract.name,
      fits: proposal.fits,
      columns: Object.fromEntries(proposal.entries.map(({target, mapping}) => [target, mapping])),
      missing: proposal.missing,
      unused: proposal.unused,
      yaml,
      out: out ?? null
    };
  } finally {
    engine.close();
    await rm(folder, {recursive: true, force: true});
  }
}

async function checkFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (found === null) throw new UserError(`${file}: there is no such file; name a file that the bank handed over`);
  if (!found.isFile()) throw new UserError(`${file}: this is no file; name one file of the folder`);
}

async function writeNew(path: string, text: string): Promise<void> {
  await mkdir(dirname(resolve(path)), {recursive: true});
  try {
    await writeFile(path, text, {flag: "wx"});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new UserError(`${path}: is there already; name another file, or take it away first`);
  }
}
