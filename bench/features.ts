import {differing, type Checksum} from "./featureChecksums.js";
import {measured, PANDAS, type Measured, type Results} from "./featureWorks.js";
import type {Took} from "./stopwatch.js";

const OBLIGORS = 20_000;
const SCALE = 4;

/**
 * Features of statements and account movements of a quarter of so many obligors, and of all: against the same features in pandas, against
 * ingesting the same files, an added month against all of it, and reading the matrix against copying it. Each work is a process of its
 * own; two threads, and the engine's memory as BENCH_MEMORY says (2 GB).
 */
export async function bench(args: readonly string[]): Promise<void> {
  const obligors = args[0] === undefined ? OBLIGORS : Number(args[0]);
  const quarter = Math.ceil(obligors / SCALE);
  const small = await measured(quarter);
  const large = await measured(obligors);
  const out = [
    `n = ${obligors} obligors, n/4 = ${quarter}; engine's memory ${process.env["BENCH_MEMORY"] ?? "2GB"}`,
    ...works(small, large),
    ...ratios(small, large),
    ...Object.keys(PANDAS).flatMap((way) => comparison(large, way)),
    ...tables(large)
  ];
  process.stdout.write(`${out.join("\n")}\n`);
}

function works(small: Results, large: Results): string[] {
  const shown = ({seconds, cpuSeconds, megabytes}: Measured) =>
    `${seconds.toFixed(2)} | ${cpuSeconds.toFixed(2)} | ${megabytes ?? ""}`;
  const rows = [...small].flatMap(([work, a]) => {
    if (work === "checksums" || work === "matrix") return [];
    const b = large.get(work)!;
    const [grown, cpuGrown] = [b.seconds / a.seconds, b.cpuSeconds / a.cpuSeconds];
    return [`| ${work} | ${shown(a)} | ${shown(b)} | ${grown.toFixed(1)} | ${cpuGrown.toFixed(1)} |`];
  });
  return [
    "| work | s at n/4 | CPU s | MB | s at n | CPU s | MB | growth of s | of CPU s |",
    "|---|---|---|---|---|---|---|---|---|",
    ...rows,
    "",
    `most on disk after a work: ${Math.max(...[...large.values()].map(({diskMegabytes}) => diskMegabytes))} MB`
  ];
}

const RATIOS: readonly (readonly [string, string, string, number])[] = [
  ["features to idiomatic pandas, the tables that pandas makes", "full", "pandas, idiomatic", 1 / 6],
  ["features to tuned pandas, the tables that pandas makes", "full", "pandas, tuned", 1 / 6],
  ["features to ingest", "full", "ingest", 6],
  ["added month to full", "month", "full", 1 / 12],
  ["typed arrays to create table as", "typed arrays", "create table as", 1.3]
];

function ratios(small: Results, large: Results): string[] {
  const rows = RATIOS.flatMap(([name, of, to, most]) => {
    if (!small.has(to)) return [];
    const values = [small, large].flatMap((results) => {
      const [a, b] = [tookOf(results, of, to), results.get(to)!];
      return [a.seconds / b.seconds, a.cpuSeconds / b.cpuSeconds];
    });
    return [`| ${name} | ${values.map((value) => value.toFixed(3)).join(" | ")} | ${most.toFixed(3)} |`];
  });
  const head = "| ratio | s at n/4 | CPU s | s at n | CPU s | at most |";
  return ["", head, "|---|---|---|---|---|---|", ...rows, ""];
}

/** What a work took; against pandas, of the tables that it makes too. */
function tookOf(results: Results, of: string, to: string): Took {
  const work = results.get(of)!;
  if (!(to in PANDAS)) return work;
  const byTable = work.detail as Readonly<Record<string, Took>>;
  const own = (results.get(to)!.detail as PandasDetail).tables.map((name) => byTable[name]!);
  const total = (part: keyof Took) => own.reduce((sum, took) => sum + took[part], 0);
  return {seconds: total("seconds"), cpuSeconds: total("cpuSeconds")};
}

interface PandasDetail {
  readonly sums: readonly Checksum[];
  readonly tables: readonly string[];
}

/** Which features pandas computes too, and whether they agree. */
function comparison(results: Results, way: string): string[] {
  const found = results.get(way);
  if (found === undefined) return [];
  const {sums} = found.detail as PandasDetail;
  const ours = results.get("checksums")!.detail as readonly Checksum[];
  const unlike = differing(ours, sums);
  return [
    `${way}, computes ${sums.length} of the ${ours.length} features; of these ${sums.length - unlike.length} have equal checksums`,
    ...unlike
  ];
}

function tables(results: Results): string[] {
  const byTable = (work: string) => results.get(work)!.detail as Readonly<Record<string, Took>>;
  const shown = (took: Took | undefined) =>
    took === undefined ? "|" : `${took.seconds.toFixed(2)} | ${took.cpuSeconds.toFixed(2)}`;
  const month = byTable("month");
  const rows = Object.entries(byTable("full")).map(
    ([name, took]) => `| ${name || "books"} | ${shown(took)} | ${shown(month[name])} |`
  );
  const head = "| table | full s at n | CPU s | month s | CPU s |";
  return ["", head, "|---|---|---|---|---|", ...rows];
}
