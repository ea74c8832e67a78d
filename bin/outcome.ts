import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "#pipeline/userError.js";

/** 0 done, 1 the user's to mend, 2 ours, 130 stopped by the user. */
export type ExitCode = 0 | 1 | 2 | 130;

interface Outcome {
  readonly isJson: boolean;
  /** Folder for the report of an error of ours; asked for only then. */
  readonly state: () => string;
  readonly signal: AbortSignal;
}

/**
 * Runs one command and turns what comes of it into an exit code: the result as text or as one JSON
 * document on stdout, an error as one sentence on stderr (and, with --json, as a document on stdout).
 */
export async function outcomeOf<R>(
  {isJson, state, signal}: Outcome,
  work: () => Promise<R>,
  textOf: (result: R) => string
): Promise<ExitCode> {
  try {
    const result = await work();
    process.stdout.write(
      isJson ? `${JSON.stringify({ok: true, ...result}, replaceBigint, 2)}\n` : `${textOf(result)}\n`
    );
    return 0;
  } catch (error) {
    const {code, kind, message} = explained(error, state, signal);
    process.stderr.write(`loanscape: ${message}\n`);
    if (isJson) writeError(kind, message);
    return code;
  }
}

/** The one JSON document of a command that failed. */
export function writeError(kind: string, message: string): void {
  process.stdout.write(`${JSON.stringify({ok: false, error: {kind, message}}, null, 2)}\n`);
}

/** What the operating system refuses and the user can mend. */
const REFUSALS: Readonly<Record<string, string>> = {
  EACCES: "may not be read or written; check its rights",
  ENOENT: "is not there; make its folder, or name another place",
  EPERM: "may not be changed; check its rights",
  EEXIST: "is there already, and is not what is needed",
  EISDIR: "is a folder where a file is needed",
  ENOTDIR: "is not a folder; name another place",
  EROFS: "stands on a disk that may only be read",
  ENOSPC: "does not fit: the disk is full; free some space and run again"
};

function explained(error: unknown, state: () => string, signal: AbortSignal) {
  if (signal.aborted) {
    return {code: 130, kind: "stopped", message: "stopped; what was published before is untouched"} as const;
  }
  if (error instanceof UserError) return {code: 1, kind: "user", message: error.message} as const;
  const {code, path} = (error ?? {}) as {code?: string; path?: string};
  const refusal = REFUSALS[code ?? ""];
  if (refusal !== undefined) return {code: 1, kind: "user", message: `${path ?? "a file"}: ${refusal}`} as const;
  const message = error instanceof Error ? error.message.split("\n")[0]! : String(error);
  const note = writeReport(state, error);
  return {code: 2, kind: "internal", message: `something went wrong that is ours to mend: ${message}${note}`} as const;
}

/** The stack goes to a file, not to the terminal. */
function writeReport(state: () => string, error: unknown): string {
  try {
    const folder = join(state(), "logs");
    mkdirSync(folder, {recursive: true});
    const file = join(folder, "last-error.txt");
    writeFileSync(file, `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return `; details are in ${file}`;
  } catch {
    return "";
  }
}

function replaceBigint(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}
