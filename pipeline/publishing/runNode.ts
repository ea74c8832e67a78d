import {spawn} from "node:child_process";
import {UserError} from "#warehouse/engine/userError.js";

/** Lines of a failed run that are shown. */
const TAIL = 30;

/** The exit code by which a script says that the user can mend what went wrong. */
const MENDABLE = 2;

export interface NodeRun {
  readonly folder: string;
  /** Arguments of node: the script, and its own. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly onProgress: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Runs a script. Throws with the last lines of its output when it fails, and stops at the signal. */
export async function runNode({folder, args, environment, onProgress, signal}: NodeRun): Promise<void> {
  const child = spawn(process.execPath, ["--no-warnings", ...args], {
    cwd: folder,
    env: {...process.env, ...environment, OBSERVABLE_TELEMETRY_DISABLE: "true", NO_COLOR: "1", TZ: "UTC"},
    stdio: ["ignore", "pipe", "pipe"],
    windowsHide: true,
    signal
  });
  const lines: string[] = [];
  const listen = (chunk: Buffer) => {
    for (const line of chunk.toString().split("\n").filter(Boolean)) {
      lines.push(line);
      if (lines.length > TAIL) lines.shift();
      onProgress(line);
    }
  };
  child.stdout.on("data", listen);
  child.stderr.on("data", listen);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code === MENDABLE) throw new UserError(lines.at(-1) ?? "the site could not be built");
  if (code !== 0) throw new Error(`the site could not be built (exit code ${code}):\n${lines.join("\n")}`);
}
