import {execFileSync, spawn} from "node:child_process";
import {once} from "node:events";
import {chownSync, existsSync, mkdtempSync, readdirSync, rmSync} from "node:fs";
import {createServer, type AddressInfo} from "node:net";
import {tmpdir} from "node:os";
import {delimiter, join} from "node:path";
import {setTimeout as delay} from "node:timers/promises";
import {Client} from "pg";
import {databaseSchema, type Database} from "#loaders/database/schema.js";

/** A PostgreSQL server of the test's own: `admin` gets in by the socket, everyone else by password. */
export interface PostgresServer {
  readonly folder: string;
  readonly port: number;
  readonly socket: string;
  /** Where TLS was set up: the authority of its certificate, which is for localhost alone, and one that it does not know. */
  readonly tls: {readonly ca: string; readonly stranger: string} | null;
  admin(): Promise<Client>;
  stop(): Promise<void>;
}

/** Folder of `postgres` and `initdb`, or null where no server is installed. */
export function findPostgres(): string | null {
  const versions = existsSync("/usr/lib/postgresql") ? readdirSync("/usr/lib/postgresql").sort() : [];
  const folders = [
    ...(process.env["PATH"] ?? "").split(delimiter),
    ...versions.toReversed().map((version) => join("/usr/lib/postgresql", version, "bin"))
  ];
  return folders.find((folder) => ["postgres", "initdb"].every((name) => existsSync(join(folder, name)))) ?? null;
}

/** Whether certificates can be made here, which takes OpenSSL 3. */
export function hasOpenssl(): boolean {
  try {
    return execFileSync("openssl", ["version"], {encoding: "utf8", stdio: ["ignore", "pipe", "ignore"]}).startsWith(
      "OpenSSL 3"
    );
  } catch {
    return false;
  }
}

export async function startPostgres(binaries: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "loanscape-postgres-"));
  const owner = ownerOf(folder);
  const run = (command: string, args: readonly string[]) =>
    execFileSync(command, args, {...owner, cwd: folder, stdio: ["ignore", "ignore", "pipe"], env: environment()});
  const data = join(folder, "data");
  run(join(binaries, "initdb"), [
    ..."-U admin -E UTF8 --locale=C --no-sync --auth-local=trust --auth-host=scram-sha-256 -D".split(" "),
    data
  ]);
  const tls = hasOpenssl() ? certificates(folder, run) : null;
  const port = await freePort();
  const settings = {
    port,
    unix_socket_directories: folder,
    listen_addresses: "localhost",
    fsync: "off",
    timezone: "Asia/Shanghai",
    datestyle: "SQL, DMY",
    ...(tls === null
      ? {}
      : {ssl: "on", ssl_cert_file: join(folder, "server.crt"), ssl_key_file: join(folder, "server.key")})
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(join(binaries, "postgres"), ["-D", data, ...options], {
    ...owner,
    cwd: folder,
    stdio: "ignore",
    env: environment()
  });
  const admin = async () => {
    const client = new Client({host: folder, port, user: "admin", database: "postgres", password: ""});
    client.on("error", () => {});
    await client.connect();
    return client;
  };
  const kill = () => void server.kill("SIGQUIT");
  process.once("exit", kill);
  const stop = async () => {
    process.removeListener("exit", kill);
    kill();
    if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
    rmSync(folder, {recursive: true, force: true});
  };
  try {
    await untilReady(admin);
  } catch (error) {
    await stop();
    throw error;
  }
  return {folder, port, socket: folder, tls, admin, stop};
}

/** Settings of a database as they would stand in a source, checked by the schema. */
export function databaseOf(server: PostgresServer, rest: Readonly<Record<string, unknown>>): Database {
  return databaseSchema.parse({host: server.socket, port: server.port, database: "postgres", user: "admin", ...rest});
}

/** The server refuses to run as root: then as whoever is there to run it, or as nobody. */
function ownerOf(folder: string): {uid?: number; gid?: number} {
  if (process.getuid?.() !== 0) return {};
  const user = ["postgres", "nobody"].find((name) => idOf("-u", name) !== null);
  if (user === undefined)
    throw new Error("a server cannot run as root, and there is neither a user postgres nor nobody");
  const owner = {uid: idOf("-u", user)!, gid: idOf("-g", user)!};
  chownSync(folder, owner.uid, owner.gid);
  return owner;
}

function idOf(which: "-u" | "-g", user: string): number | null {
  try {
    return Number(execFileSync("id", [which, user], {stdio: ["ignore", "pipe", "ignore"]}));
  } catch {
    return null;
  }
}

function certificates(folder: string, run: (command: string, args: readonly string[]) => void) {
  const path = (name: string) => join(folder, name);
  const make = (name: string, rest: readonly string[]) =>
    run("openssl", [
      ..."req -x509 -newkey rsa:2048 -nodes -days 2 -keyout".split(" "),
      path(`${name}.key`),
      "-out",
      path(`${name}.crt`),
      ...rest
    ]);
  make("ca", ["-subj", "/CN=Authority of the test"]);
  make("stranger", ["-subj", "/CN=Authority of nobody"]);
  const own = ["-CA", path("ca.crt"), "-CAkey", path("ca.key"), "-addext", "subjectAltName=DNS:localhost"];
  make("server", [...own, "-subj", "/CN=localhost", "-addext", "basicConstraints=critical,CA:FALSE"]);
  return {ca: path("ca.crt"), stranger: path("stranger.crt")};
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const {port} = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

async function untilReady(admin: () => Promise<Client>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await (await admin()).end();
    } catch (error) {
      if (attempt === 200) throw error;
      await delay(50);
    }
  }
}

/** Nothing of what this machine sets for PostgreSQL. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("PG")));
}
