import {execFile} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import type {LabelledRows} from "#models/rating/selectRidge.js";
import {groupedFolds} from "#models/validation/crossValidation.js";

export interface PeerPart {
  readonly train: LabelledRows;
  readonly test: LabelledRows;
}

export interface PeerResult {
  /** PDs of the test rows of each part. */
  readonly pds: readonly Float64Array[];
  /** Scaling and C that the training rows of each part chose. */
  readonly chosen: readonly string[];
}

const PYTHON = process.env["BENCH_PYTHON"] ?? "python3";
const FOLDS = 5;

/** PDs of scikit-learn's logistic regression on the same features of the same rows; null where it is not installed, which is said. */
export async function peerPds(parts: readonly PeerPart[], seed: number): Promise<PeerResult | null> {
  const folder = mkdtempSync(join(tmpdir(), "loanscape-accuracy-"));
  const names = parts.map((_, index) => `part${index}`);
  try {
    const features = [...parts[0]!.train.features.keys()];
    const write = (name: string, values: Float64Array | Uint8Array) =>
      writeFileSync(join(folder, `${name}.bin`), new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    const matrix = (rows: LabelledRows) => {
      const count = rows.defaulted.length;
      const all = new Float64Array(features.length * count);
      features.forEach((feature, at) => all.set(rows.features.get(feature)!, at * count));
      return all;
    };
    parts.forEach(({train, test}, index) => {
      write(`${names[index]}.train`, matrix(train));
      write(`${names[index]}.test`, matrix(test));
      write(`${names[index]}.outcomes`, train.defaulted);
      write(`${names[index]}.folds`, groupedFolds(train.groups, train.defaulted, FOLDS, seed));
    });
    writeFileSync(join(folder, "job.json"), JSON.stringify({features: features.length, parts: names}));
    const script = new URL("./accuracy_sklearn.py", import.meta.url).pathname;
    const {stdout} = await promisify(execFile)(PYTHON, [script, folder]);
    const pds = names.map((name) => {
      const bytes = readFileSync(join(folder, `${name}.pds.bin`));
      return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    });
    return {pds, chosen: JSON.parse(stdout) as string[]};
  } catch (error) {
    const {code, stderr} = error as {code?: unknown; stderr?: string};
    if (code !== "ENOENT" && !(stderr ?? "").includes("No module named")) throw error;
    process.stderr.write(`scikit-learn is left out: ${PYTHON} does not have it; name another with BENCH_PYTHON\n`);
    return null;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
