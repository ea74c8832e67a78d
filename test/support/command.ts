import {spawn} from "node:child_process";

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly ended: Promise<Ended>;
  /** Resolves when stderr has said this. */
  said(text: RegExp): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

/** Starts the command as a user would, with settings in variables, from the project's folder. */
export function start(args: readonly string[], variables: Readonly<Record<string, string>> = {}): Started {
  const child = spawn(process.execPath, ["bin/loanscape.js", ...args], {env: {...process.env, ...variables}});
  let stdout = "";
  let stderr = "";
  const waiting: {text: RegExp; resolve: () => void}[] = [];
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
    for (const {text, resolve} of waiting) if (text.test(stderr)) resolve();
  });
  const ended = new Promise<Ended>((resolve) => child.on("close", (code) => resolve({code, stdout, stderr})));
  return {
    ended,
    kill: (signal) => void child.kill(signal),
    said: (text) =>
      new Promise((resolve, reject) => {
        if (text.test(stderr)) resolve();
        waiting.push({text, resolve});
        void ended.then(() => reject(new Error(`ended without saying ${text}: ${stderr}`)));
      })
  };
}

/** Runs the command to its end. */
export async function loanscape(
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {}
): Promise<Ended> {
  return await start(args, variables).ended;
}
