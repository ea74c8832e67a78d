import {spawn} from "node:child_process";
import {fileURLToPath} from "node:url";

/** Lines of a failed build that are shown. */
const TAIL = 30;

export interface FrameworkRun {
  /** The Framework project. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly onProgress: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Builds a Framework project. Throws with the last lines of its output when that fails, and stops at the signal. */
export async function runFramework({folder, environment, onProgress, signal}: FrameworkRun): Promise<void> {
  const observable = fileURLToPath(import.meta.resolve("@observablehq/framework/dist/bin/observable.js"));
  const child = spawn(process.execPath, ["--no-warnings", observable, "build"], {
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
  if (code !== 0) throw new Error(`the site could not be built (exit code ${code}):\n${lines.join("\n")}`);
}
