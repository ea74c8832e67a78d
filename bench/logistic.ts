import {execFile} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import {fitLogistic, type LogisticFit} from "#models/numerics/logistic.js";
import {logisticSample, writeSample} from "./logisticSample.js";
import {stopwatch, type Took} from "./stopwatch.js";

const SIZES = [
  [80_000, 20],
  [150_000, 30],
  [600_000, 30]
] as const;
const ROUNDS = 3;
/** How far coefficients of the peer may be from ours: of its tolerances the loosest that keeps to it counts. */
const AGREED = 1e-4;
const MOST = 1.5;

interface PeerFit extends Took {
  readonly tolerance: number;
  readonly coefficients: readonly number[];
}

/**
 * Logistic regression against scikit-learn's lbfgs without penalty, on the same rows in turn: the least of three rounds of each. Ours is one
 * thread, scikit-learn may take two.
 */
export async function bench(): Promise<void> {
  const head =
    "| rows x features | ours s | CPU s | scikit-learn s | CPU s | its tolerance | coefficients differ | ratio s | CPU | at most |";
  const out = [head, "|---|---|---|---|---|---|---|---|---|---|"];
  const taken = new Map<number, Took>();
  for (const [rows, features] of SIZES) {
    process.stderr.write(`${rows} rows of ${features} features\n`);
    const {ours, peer, differ} = await inTurn(rows, features);
    taken.set(rows, ours);
    const own = `${ours.seconds.toFixed(3)} | ${ours.cpuSeconds.toFixed(3)}`;
    const other =
      peer === null
        ? "| | | | | |"
        : `${peer.seconds.toFixed(3)} | ${peer.cpuSeconds.toFixed(3)} | ${peer.tolerance} | ${differ.toExponential(1)} | ` +
          `${(ours.seconds / peer.seconds).toFixed(2)} | ${(ours.cpuSeconds / peer.cpuSeconds).toFixed(2)}`;
    out.push(`| ${rows} x ${features} | ${own} | ${other} | ${MOST} |`);
  }
  const [small, large] = [taken.get(150_000)!, taken.get(600_000)!];
  const grown = [large.seconds / small.seconds, large.cpuSeconds / small.cpuSeconds].map((times) => times.toFixed(1));
  out.push("", `four times the rows of 30 features: ${grown[0]} times the seconds, ${grown[1]} times the CPU seconds`);
  process.stdout.write(`${out.join("\n")}\n`);
}

async function inTurn(rows: number, features: number) {
  const folder = mkdtempSync(join(tmpdir(), "loanscape-logistic-"));
  try {
    const sample = logisticSample(rows, features);
    writeSample(folder, sample);
    let ours: Took = {seconds: Infinity, cpuSeconds: Infinity};
    let fit: LogisticFit | null = null;
    let peers: readonly PeerFit[] | null = null;
    for (let round = 0; round < ROUNDS; round++) {
      const lap = stopwatch();
      fit = fitLogistic(sample.features, sample.outcomes);
      ours = quicker(ours, lap());
      const found = await scikitLearn(folder, rows, features);
      peers = found?.map((peer, index) => ({...peer, ...quicker(peer, peers?.[index] ?? peer)})) ?? null;
    }
    const gap = ({coefficients}: PeerFit) =>
      coefficients.reduce((most, value, j) => Math.max(most, Math.abs(value - fit!.coefficients[j]!)), 0);
    const peer = peers?.find((found) => gap(found) <= AGREED) ?? peers?.at(-1) ?? null;
    return {ours, peer, differ: peer === null ? NaN : gap(peer)};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function quicker(a: Took, b: Took): Took {
  return {seconds: Math.min(a.seconds, b.seconds), cpuSeconds: Math.min(a.cpuSeconds, b.cpuSeconds)};
}

const PYTHON = process.env["BENCH_PYTHON"] ?? "python3";

/** Null where it is not installed. */
async function scikitLearn(folder: string, rows: number, features: number): Promise<readonly PeerFit[] | null> {
  const script = new URL("./logistic_sklearn.py", import.meta.url).pathname;
  try {
    const {stdout} = await promisify(execFile)(PYTHON, [script, folder, String(rows), String(features)]);
    return JSON.parse(stdout) as readonly PeerFit[];
  } catch (error) {
    const {code, stderr} = error as {code?: unknown; stderr?: string};
    if (code !== "ENOENT" && !(stderr ?? "").includes("No module named")) throw error;
    process.stderr.write(`scikit-learn is left out: ${PYTHON} does not have it; name another with BENCH_PYTHON\n`);
    return null;
  }
}
