import {mkdirSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Client} from "pg";
import {afterAll, beforeAll, describe} from "vitest";
import {pullDatabase, type PullOptions, type Pulled} from "#loaders/database/pullDatabase.js";
import {databaseOf, findPostgres, startPostgres, type PostgresServer} from "../../support/postgresServer.js";

export interface Bench {
  readonly server: PostgresServer;
  readonly admin: Client;
  /** A new folder for a delivery. */
  folder(): string;
  /** Pulls as the user `admin`, or as the settings say. */
  pull(settings: Readonly<Record<string, unknown>>, folder: string, options?: PullOptions): Promise<Pulled>;
}

const binaries = findPostgres();

/** Tests against a server of their own, where one is installed. */
export function describeWithPostgres(title: string, tests: (bench: () => Bench) => void): void {
  const why =
    binaries === null ? " (skipped: no PostgreSQL server is installed here; Debian: apt install postgresql)" : "";
  describe.skipIf(binaries === null)(title + why, () => {
    let bench: Bench;
    let scratch: string;
    beforeAll(async () => {
      scratch = mkdtempSync(join(tmpdir(), "loanscape-pull-"));
      const server = await startPostgres(binaries!);
      let folders = 0;
      bench = {
        server,
        admin: await server.admin(),
        folder() {
          const folder = join(scratch, String(folders++));
          mkdirSync(folder);
          return folder;
        },
        pull: (settings, folder, options) => pullDatabase(databaseOf(server, settings), folder, options)
      };
    });
    afterAll(async () => {
      await bench?.admin.end();
      await bench?.server.stop();
      rmSync(scratch, {recursive: true, force: true});
    });
    tests(() => bench);
  });
}

/** Records of a CSV file, the header first; null for an empty field without quotes. */
export function readCsv(folder: string, name: string): (string | null)[][] {
  const text = readFileSync(join(folder, name), "utf8");
  const records: (string | null)[][] = [];
  let record: (string | null)[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n)/g)) {
    record.push(quoted === undefined ? plain || null : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    records.push(record);
    record = [];
  }
  return records;
}
