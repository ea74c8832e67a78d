import {readdirSync, readFileSync} from "node:fs";

const PAGE_KILOBYTES = 4;
const EVERY_MS = 100;

/** Watches a process and all its children; `stop` gives the peak of their resident memory together, in MB. Null where there is no /proc. */
export function watchMemory(pid: number): {stop(): number | null} {
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, residentKilobytes(pid))), EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      return peak === 0 ? null : Math.round(peak / 1024);
    }
  };
}

function residentKilobytes(pid: number): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
    return pages * PAGE_KILOBYTES + childrenOf(pid).reduce((total, child) => total + residentKilobytes(child), 0);
  } catch {
    return 0; // it has just ended, or this is no Linux
  }
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) => {
    const list = readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").trim();
    return list === "" ? [] : list.split(" ").map(Number);
  });
}
