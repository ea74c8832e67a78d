import {spawn} from "node:child_process";
import {fileURLToPath} from "node:url";

const SCRIPT = fileURLToPath(new URL("../loaders/support/killedLoad.ts", import.meta.url));

/** A process that is ready to load, and to be killed at it. */
export interface KilledChild {
  /** Lets it load a delivery, kills it so long after it began, and says whether it was over before. */
  readonly killAfter: (milliseconds: number, database: string, delivery: string) => Promise<boolean>;
  readonly end: () => void;
}

/** Starts the process ahead of its use: most of its time goes by before it can load. */
export function startChild(): KilledChild {
  const child = spawn(process.execPath, ["--import", "tsx", SCRIPT], {stdio: ["pipe", "pipe", "inherit"]});
  const ended = new Promise((resolve) => child.on("exit", resolve));
  return {
    async killAfter(milliseconds, database, delivery) {
      let isOver = false;
      let timer: NodeJS.Timeout | undefined;
      child.stdout.on("data", (text: Buffer) => {
        if (text.includes("loading")) timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
        if (text.includes("done")) isOver = true;
      });
      child.stdin.write(`${database}\n${delivery}\n`);
      await ended;
      clearTimeout(timer);
      return isOver;
    },
    end: () => void child.kill("SIGKILL")
  };
}
