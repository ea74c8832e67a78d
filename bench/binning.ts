import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {binNumeric} from "#models/binning/binNumeric.js";
import type {BinCounts} from "#models/binning/bins.js";
import {informationValue} from "#models/binning/informationValue.js";
import {logisticSample, writeSample, type LogisticSample} from "./logisticSample.js";
import {startPeer, type Peer, type PeerBins} from "./optBinningPeer.js";
import {stopwatch, type Took} from "./stopwatch.js";

const ROWS = 600_000;
const FEATURES = 30;
const SCALE = 4;
const BOUNDS = {maxBins: 8, minEvents: 10, minNonEvents: 10, minShare: 0.05};
const PRE_BINS = 200;
const MOST = 0.1;

interface Pair {
  readonly ours: Took & {readonly bins: readonly BinCounts[]};
  readonly peer: PeerBins | null;
}

/**
 * Optimal monotone binning of every feature of a quarter of the rows and of all, against OptBinning's constraint solver with the same bounds, feature by
 * feature in turn. Both are told the direction; OptBinning makes its own pre-bins, 20 at most, by a tree.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const rows = args[0] === undefined ? ROWS : Number(args[0]);
  const features = args[1] === undefined ? FEATURES : Number(args[1]);
  const sizes = [Math.ceil(rows / SCALE), rows];
  const found = [];
  for (const size of sizes) found.push(await measured(logisticSample(size, features)));
  const [small, large] = found.map((pairs) => total(pairs.map(({ours}) => ours)));
  const out = [
    `| rows x features | ours s | CPU s | OptBinning s | CPU s | ratio s | CPU | at most | information lower | least gain | greatest | in sum |`,
    "|---|---|---|---|---|---|---|---|---|---|---|---|",
    ...found.map((pairs, at) => `| ${sizes[at]} x ${features} | ${reported(pairs)} |`),
    "",
    `four times the rows: ${(large!.seconds / small!.seconds).toFixed(1)} times the seconds, ` +
      `${(large!.cpuSeconds / small!.cpuSeconds).toFixed(1)} times the CPU seconds`
  ];
  process.stdout.write(`${out.join("\n")}\n`);
}

async function measured(sample: LogisticSample): Promise<Pair[]> {
  const folder = mkdtempSync(join(tmpdir(), "loanscape-binning-"));
  const rows = sample.outcomes.length;
  writeSample(folder, sample);
  const peer = startPeer(folder, [rows, BOUNDS.maxBins, BOUNDS.minEvents, BOUNDS.minShare]);
  try {
    const pairs: Pair[] = [];
    for (const feature of sample.features.keys()) {
      process.stderr.write(`feature ${feature + 1} of ${rows} rows\n`);
      pairs.push(await inTurn(sample, feature, peer));
    }
    return pairs;
  } finally {
    peer.close();
    rmSync(folder, {recursive: true, force: true});
  }
}

async function inTurn({features, outcomes}: LogisticSample, feature: number, peer: Peer): Promise<Pair> {
  const rough = binNumeric(features[feature]!, outcomes, {preBins: 20});
  const safer = rough.kind === "numeric" ? rough.safer : "higher";
  const lap = stopwatch();
  const found = binNumeric(features[feature]!, outcomes, {...BOUNDS, safer, preBins: PRE_BINS});
  const took = lap();
  const bins = found.kind === "unbinned" ? [] : found.bins.filter(({kind}) => kind === "interval");
  const trend = safer === "lower" ? "ascending" : "descending";
  return {ours: {...took, bins}, peer: await peer.bin(feature, trend)};
}

function reported(pairs: readonly Pair[]): string {
  const ours = total(pairs.map((pair) => pair.ours));
  const own = `${ours.seconds.toFixed(2)} | ${ours.cpuSeconds.toFixed(2)}`;
  const peers = pairs.flatMap(({peer}) => (peer === null ? [] : [peer]));
  if (peers.length < pairs.length) return `${own} | | | | | ${MOST} | | | |`;
  const theirs = total(peers);
  const gains = pairs.map((pair) => rawInformation(pair.ours.bins) - rawInformation(pair.peer!.bins));
  return [
    own,
    theirs.seconds.toFixed(2),
    theirs.cpuSeconds.toFixed(2),
    (ours.seconds / theirs.seconds).toFixed(3),
    (ours.cpuSeconds / theirs.cpuSeconds).toFixed(3),
    MOST,
    `${gains.filter((gain) => gain < 0).length} of ${gains.length}`,
    Math.min(...gains).toExponential(1),
    Math.max(...gains).toExponential(1),
    gains.reduce((sum, gain) => sum + gain, 0).toExponential(1)
  ].join(" | ");
}

function rawInformation(bins: readonly BinCounts[]): number {
  return bins.length === 0 ? 0 : informationValue(bins, {prior: 0});
}

function total(all: readonly Took[]): Took {
  const sum = (part: keyof Took) => all.reduce((seconds, took) => seconds + took[part], 0);
  return {seconds: sum("seconds"), cpuSeconds: sum("cpuSeconds")};
}
