import {chmodSync, readdirSync, writeFileSync} from "node:fs";
import {once} from "node:events";
import {createServer, type AddressInfo} from "node:net";
import {join} from "node:path";
import {setTimeout as delay} from "node:timers/promises";
import {beforeAll, describe, expect, it, vi} from "vitest";
import {UserError} from "#warehouse/engine/userError.js";
import {hasOpenssl} from "../../support/postgresServer.js";
import {describeWithPostgres, readCsv, type Bench} from "./support.js";

const PASSWORD = "s3cret of the reader";

/** The one sentence that a pull fails with. */
async function refusal({folder, pull}: Bench, settings: Readonly<Record<string, unknown>>): Promise<string> {
  const to = folder();
  const error = await pull({extracts: {one: {query: "select 1 as id"}}, ...settings}, to).then(
    () => new Error("it was not refused"),
    (reason: unknown) => reason
  );
  expect(error).toBeInstanceOf(UserError);
  const {message} = error as UserError;
  expect(message).not.toMatch(/\n|s3cret|Error:/);
  expect(message.length).toBeLessThan(400);
  expect(readdirSync(to)).toEqual([]);
  return message;
}

describeWithPostgres("a pull from PostgreSQL", (bench) => {
  /** Settings of a user that comes by the network, with a password in a file. */
  let reader: Readonly<Record<string, unknown>>;
  const withPassword = (password: string) => {
    const file = join(bench().folder(), "password");
    writeFileSync(file, `${password}\n`, {mode: 0o600});
    return file;
  };

  beforeAll(async () => {
    await bench().admin.query(`
      create table public.ledger as select g as id from generate_series(1, 10) g;
      create role reader login password '${PASSWORD}';
      grant select on public.ledger to reader;
      create function public.meddle() returns integer language sql as 'insert into public.ledger values (0) returning id'`);
    reader = {user: "reader", host: "localhost", password_file: withPassword(PASSWORD), tls: {mode: "require"}};
  });

  describe("reads only", () => {
    const ledger = {extracts: {ledger: {table: "public.ledger"}}};

    it("and has nothing to say of a user that may do no more", async () => {
      const {folder, pull} = bench();
      expect((await pull({...reader, ...ledger}, folder())).warnings).toEqual([]);
    });

    it("and warns of a user that may write, and of a password that others may read", async () => {
      const {admin, folder, pull} = bench();
      const file = withPassword(PASSWORD);
      chmodSync(file, 0o644);
      await admin.query("grant update on public.ledger to reader");
      const {warnings} = await pull({...reader, ...ledger, password_file: file}, folder());
      await admin.query("revoke update on public.ledger from reader");
      expect(warnings).toEqual([
        `${file} may be read by other users of this machine; run chmod 600 on it`,
        "user reader may write to 1 table, such as public.ledger; pull with a role that may only read"
      ]);
    });

    it.each([
      ["insert into public.ledger values (0) returning id", /single select/],
      [
        "with gone as (delete from public.ledger returning id) select id from gone",
        /must be at the top level|single select/
      ],
      ["select public.meddle() as id", /INSERT in a read-only transaction; a pull only reads/],
      ["select 1 as id) to stdout; drop table public.ledger; --", /single select/],
      ["select 1 as id) as extract limit 0) to program 'touch /tmp/written' --", /single select/],
      ["select 1 as id; drop table public.ledger", /single select/],
      ["select 1 as id) as a; select * from (select 2 as id", /multiple commands|single select/],
      [
        "select set_config('transaction_read_only', 'off', false) as id",
        /read-write mode must be set before any query|read-write mode inside a read-only transaction/
      ],
      ["select 1 as id /*", /comment/]
    ])("and refuses %s, even from the administrator", async (query, sentence) => {
      expect(await refusal(bench(), {extracts: {one: {query}}})).toMatch(sentence);
      expect((await bench().admin.query("select from public.ledger")).rowCount).toBe(10);
    });
  });

  describe("says in a sentence what is wrong", () => {
    it.each([
      [{port: 1}, /^PostgreSQL at .*:1: cannot connect: there is no such socket/],
      [
        {host: "127.0.0.1", port: 1, tls: {mode: "disable"}},
        /^PostgreSQL at 127.0.0.1:1: cannot connect: nothing answers there/
      ],
      [{host: "nowhere.invalid", tls: {mode: "disable"}}, /the host is not known/],
      [{database: "nowhere"}, /there is no database nowhere/],
      [
        {extracts: {one: {table: "public.nothing"}}},
        /^one, from PostgreSQL at .*"public.nothing" does not exist; check the name/
      ],
      [{extracts: {one: {table: "nowhere.ledger"}}}, /does not exist/],
      [
        {extracts: {one: {query: "select nothing from public.ledger"}}},
        /column "nothing" does not exist; check the name/
      ],
      [{extracts: {one: {query: "select 1 as id, 2 as id"}}}, /two columns id/],
      [{extracts: {one: {query: "select 1 / (g - 5) as id from generate_series(1, 9) g"}}}, /division by zero/],
      [
        {extracts: {one: {query: "select pg_sleep(5)::text as id"}}, statement_timeout_seconds: 1},
        /because statement_timeout_seconds is 1$/
      ],
      [{password_env: "LOANSCAPE_TEST_NOT_SET"}, /environment variable LOANSCAPE_TEST_NOT_SET/],
      [{password_file: "/nowhere/password"}, /\/nowhere\/password, which password_file names, is not there/]
    ])("%j", async (settings, sentence) => {
      expect(await refusal(bench(), settings)).toMatch(sentence);
    });

    it("of a wrong password and of a password that is missing", async () => {
      const wrong = {...reader, password_file: withPassword("s3cret but wrong")};
      expect(await refusal(bench(), wrong)).toMatch(/the password of user reader is wrong/);
      const {password_file: _, ...without} = reader;
      expect(await refusal(bench(), without)).toMatch(/asks for a password; name password_file or password_env/);
    });

    it("of a password that only the environment of other programs has", async () => {
      const {password_file: _, ...without} = reader;
      vi.stubEnv("PGPASSWORD", PASSWORD);
      const sentence = await refusal(bench(), without);
      vi.unstubAllEnvs();
      expect(sentence).toMatch(/asks for a password/);
    });

    it("of a table that the user may not read, and of one whose rows are hidden from it", async () => {
      await bench().admin.query(`
        create table secrets as select 1 as id;
        create table hidden as select 1 as id;
        alter table hidden enable row level security;
        grant select on hidden to reader`);
      expect(await refusal(bench(), {...reader, extracts: {one: {table: "secrets"}}})).toMatch(
        /permission denied.*grant/
      );
      expect(await refusal(bench(), {...reader, extracts: {one: {table: "hidden"}}})).toMatch(
        /row-level security would hide/
      );
    });

    it("of a connection that its administrator ends in the middle of a copy", async () => {
      const {admin} = bench();
      const query = "select g as id, repeat('x', 1000) as x from generate_series(1, 400000) g";
      const refused = refusal(bench(), {extracts: {one: {query}}});
      await untilCopying(bench());
      await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'loanscape'");
      expect(await refused).toMatch(/its administrator ended the connection|connection was lost/);
    });
  });

  describe.skipIf(!hasOpenssl())(
    `over TLS${hasOpenssl() ? "" : " (skipped: there is no openssl 3 to make certificates)"}`,
    () => {
      const tls = (mode: string, ca?: string) => ({mode, ...(ca === undefined ? {} : {ca_file: ca})});

      it.each(["require", "verify-full"])("%s encrypts, with a password from the environment", async (mode) => {
        const {folder, pull, server} = bench();
        const to = folder();
        vi.stubEnv("LOANSCAPE_TEST_PASSWORD", PASSWORD);
        const {password_file: _, ...rest} = reader;
        const query =
          "select ssl, client_addr is not null as remote from pg_stat_ssl join pg_stat_activity using (pid) where pid = pg_backend_pid()";
        const settings = {...rest, password_env: "LOANSCAPE_TEST_PASSWORD", tls: tls(mode, server.tls!.ca)};
        await pull({...settings, extracts: {session: {query}}}, to);
        vi.unstubAllEnvs();
        expect(readCsv(to, "session.csv")).toEqual([
          ["ssl", "remote"],
          ["t", "t"]
        ]);
      });

      it("verifies where nothing is said: an authority that is not known is refused, with and without another's certificate", async () => {
        const {tls: _, ...unsaid} = reader;
        expect(await refusal(bench(), unsaid)).toMatch(
          /its certificate is signed by nobody that is trusted; name the authority/
        );
        const stranger = {...reader, tls: tls("verify-full", bench().server.tls!.stranger)};
        expect(await refusal(bench(), stranger)).toMatch(/signed by nobody that is trusted/);
      });

      it("refuses a certificate that is for another host", async () => {
        const elsewhere = {...reader, host: "127.0.0.1", tls: tls("verify-full", bench().server.tls!.ca)};
        expect(await refusal(bench(), elsewhere)).toMatch(/its certificate is not for 127.0.0.1/);
      });

      it("refuses a file that holds no certificate", async () => {
        const broken = {
          ...reader,
          tls: {mode: "verify-full", cert_file: withPassword("no"), key_file: withPassword("no")}
        };
        expect(await refusal(bench(), broken)).toMatch(/TLS failed/);
      });

      it("does not go on without it where the server has none", async () => {
        const plain = createServer((socket) => socket.once("data", () => socket.end("N"))).listen(0, "127.0.0.1");
        await once(plain, "listening");
        const {port} = plain.address() as AddressInfo;
        expect(await refusal(bench(), {...reader, host: "127.0.0.1", port})).toMatch(
          /offers no TLS, and tls.mode is require/
        );
        plain.close();
      });
    }
  );

  it("loses its server in the middle of a copy without a trace, and goes on when it is back", async () => {
    const {admin, folder, pull} = bench();
    const {rows} = await admin.query<{pid: number}>("select pg_backend_pid() as pid");
    const query = "select g as id, repeat('x', 1000) as x from generate_series(1, 400000) g";
    const refused = refusal(bench(), {extracts: {one: {query}}});
    const pid = await untilCopying(bench());
    expect(pid).not.toBe(rows[0]!.pid);
    process.kill(pid, "SIGKILL");
    expect(await refused).toMatch(/the connection was lost; nothing was kept, run again|administrator ended/);
    const to = folder();
    const again = () => pull({extracts: {one: {query: "select 1 as id"}}}, to).then(() => true);
    for (let attempt = 0; attempt < 100; attempt++) {
      if (await again().catch(() => false)) break; // the server takes a moment to notice, and another to come back
      await delay(100);
    }
    expect(readCsv(to, "one.csv")).toEqual([["id"], ["1"]]);
  });
});

/** Waits until a pull copies. */
/** The process that copies, once one does. */
async function untilCopying({admin}: Bench): Promise<number> {
  const copying =
    "select pid from pg_stat_activity where application_name = 'loanscape' and query like 'copy %' and state = 'active'";
  for (let attempt = 0; attempt < 500; attempt++) {
    const {rows} = await admin.query<{pid: number}>(copying);
    if (rows.length === 1) return rows[0]!.pid;
    await delay(10);
  }
  throw new Error("no pull copies");
}
