import {spawn} from "node:child_process";
import {createInterface} from "node:readline";
import type {BinCounts} from "#models/binning/bins.js";
import type {Took} from "./stopwatch.js";

export interface PeerBins extends Took {
  readonly bins: readonly BinCounts[];
  readonly status: string;
}

/** OptBinning in a process of its own, which bins a feature each time it is asked. */
export interface Peer {
  /** `trend` is that of the default rate. Null where OptBinning is not installed. */
  readonly bin: (feature: number, trend: "ascending" | "descending") => Promise<PeerBins | null>;
  readonly close: () => void;
}

const PYTHON = process.env["BENCH_PYTHON"] ?? "python3";

/** Starts it on a folder that `writeSample` wrote. */
export function startPeer(folder: string, args: readonly number[]): Peer {
  const script = new URL("./binning_optbinning.py", import.meta.url).pathname;
  const running = spawn(PYTHON, [script, folder, ...args.map(String)], {stdio: ["pipe", "pipe", "ignore"]});
  let isThere = true;
  running.on("error", () => (isThere = false));
  running.stdin.on("error", () => (isThere = false));
  const lines = createInterface({input: running.stdout})[Symbol.asyncIterator]();
  return {
    bin: async (feature, trend) => {
      if (!isThere) return null;
      running.stdin.write(`${feature} ${trend}\n`);
      const {value, done} = await lines.next();
      if (done !== true) return JSON.parse(value) as PeerBins;
      process.stderr.write(`OptBinning is left out: ${PYTHON} does not have it; name another with BENCH_PYTHON\n`);
      isThere = false;
      return null;
    },
    close: () => running.stdin.end()
  };
}
