import {mkdirSync} from "node:fs";
import type {Client} from "pg";
import {connect} from "./connect.js";
import {copyOut} from "./copyOut.js";
import {partOf, publish, removeParts} from "./delivery.js";
import type {Database, DatabaseExtract} from "./schema.js";
import {exposedSecrets} from "./secrets.js";
import {selectionOf} from "./selection.js";
import {sentenceOf} from "./sentence.js";
import {openSnapshot, writeRights} from "./snapshot.js";
import {totalsOf, type Totals} from "./totals.js";
import {stretchOf} from "./watermark.js";

export interface PullOptions {
  /** By extract: up to where earlier pulls came, as `Pulled.watermarks` gave it. */
  readonly watermarks?: Readonly<Record<string, string>>;
  /** Columns of which the server's sum becomes a control total; all numbers where it is not said. */
  readonly isTotalled?: (extract: string, column: string) => boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: PullProgress) => void;
}

export interface PullProgress {
  readonly extract: string;
  /** Of the extract's file, so far. */
  readonly bytes: number;
  /** Of the extract in all, as the server counted them. */
  readonly rows: number;
}

export interface Pulled {
  /** File and rows of each extract, in the order of the settings. */
  readonly files: readonly {readonly extract: string; readonly name: string; readonly rows: number}[];
  /** By extract: up to where the next pull may skip, once what is in the folder is loaded. */
  readonly watermarks: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
}

interface PulledExtract {
  readonly extract: string;
  readonly totals: Totals;
  readonly until: string | undefined;
  readonly warnings: readonly string[];
}

/**
 * Pulls the extracts of a database into `folder` as a delivery: `<extract>.csv` of each, and `controls.yaml` with the rows
 * and sums that the server counted, all of one moment. A pull that does not end leaves no file; one into a folder that
 * holds an earlier pull replaces it.
 *
 * Throws a UserError that says in one sentence what to do; no password stands in it.
 */
export async function pullDatabase(database: Database, folder: string, options: PullOptions = {}): Promise<Pulled> {
  options.signal?.throwIfAborted();
  mkdirSync(folder, {recursive: true});
  const names = Object.keys(database.extracts).map(fileOf);
  removeParts(folder, names);
  try {
    const {pulled, warnings} = await withSnapshot(database, options.signal, async (client) => {
      const pulled: PulledExtract[] = [];
      for (const [extract, settings] of Object.entries(database.extracts)) {
        const pulling = pullExtract(client, folder, extract, settings, options);
        pulled.push(await told(pulling, database, options.signal, extract));
      }
      return {pulled, warnings: await writeRights(client, database)};
    });
    publish(folder, new Map(pulled.map(({extract, totals}) => [fileOf(extract), totals])));
    return report(pulled, [...exposedSecrets(database), ...warnings]);
  } catch (error) {
    removeParts(folder, names);
    throw error;
  }
}

async function withSnapshot<T>(
  database: Database,
  signal: AbortSignal | undefined,
  work: (client: Client) => Promise<T>
): Promise<T> {
  const client = await told(connect(database), database);
  const stop = () => void client.end(); // what it waits for then fails
  signal?.addEventListener("abort", stop);
  try {
    await told(openSnapshot(client, database), database, signal);
    return await told(work(client), database, signal);
  } finally {
    signal?.removeEventListener("abort", stop);
    await client.end();
  }
}

async function pullExtract(
  client: Client,
  folder: string,
  extract: string,
  settings: DatabaseExtract,
  {watermarks = {}, isTotalled = () => true, signal, onProgress}: PullOptions
): Promise<PulledExtract> {
  const selection = await selectionOf(client, extract, settings);
  const {where, until, warnings} = await stretchOf(client, selection, settings, watermarks[extract]);
  const totals = await totalsOf(client, selection, where, (column) => isTotalled(extract, column));
  const rows = await copyOut(client, selection, where, partOf(folder, fileOf(extract)), {
    signal,
    onBytes: (bytes) => onProgress?.({extract, bytes, rows: totals.rows})
  });
  if (rows !== totals.rows) throw new Error(`${extract}: the server counted ${totals.rows} rows and sent ${rows}`);
  return {extract, totals, until, warnings};
}

function report(pulled: readonly PulledExtract[], warnings: readonly string[]): Pulled {
  return {
    files: pulled.map(({extract, totals}) => ({extract, name: fileOf(extract), rows: totals.rows})),
    watermarks: Object.fromEntries(
      pulled.flatMap(({extract, until}) => (until === undefined ? [] : [[extract, until]]))
    ),
    warnings: [...warnings, ...pulled.flatMap((each) => each.warnings)]
  };
}

/** What came of `work`, its failure told in a sentence; why it was stopped, where it was. */
async function told<T>(work: Promise<T>, database: Database, signal?: AbortSignal, extract?: string): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw signal?.aborted === true ? signal.reason : sentenceOf(error, database, extract);
  }
}

function fileOf(extract: string): string {
  return `${extract}.csv`;
}
