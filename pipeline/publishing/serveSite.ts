import {existsSync, statSync} from "node:fs";
import {createServer, type Server, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import sirv from "sirv";
import {UserError} from "#warehouse/engine/userError.js";

export interface ServeOptions {
  readonly folder: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
}

export interface Serving {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a built site until it is closed. Throws a UserError when the folder is missing or the port is taken. */
export async function serveSite({folder, port, host}: ServeOptions): Promise<Serving> {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new UserError(`${folder}: there is no built site here; run "loanscape publish" first`);
  }
  const files = sirv(folder, {dev: true, etag: true, gzip: true, extensions: ["html"], setHeaders: secure});
  const server = createServer((request, response) => {
    files(request, response, () => {
      secure(response);
      response.writeHead(404, {"Content-Type": "text/plain; charset=utf-8"}).end("not found\n");
    });
  });
  return await listening(server, {host, port});
}

/** Opens a server at an address until it is closed. Throws a UserError when the port is taken. */
export async function listening(
  server: Server,
  {host, port}: {readonly host: string; readonly port: number}
): Promise<Serving> {
  await listen(server, port, host);
  const {port: taken} = server.address() as AddressInfo;
  const name = host.includes(":") ? `[${host}]` : host;
  return {url: `http://${name}:${taken}/`, close: () => closed(server)};
}

/** Pages carry their own content policy with hashes; what only a header can say is said here. */
function secure(response: ServerResponse): void {
  response.setHeader("Cache-Control", "no-cache");
  response.setHeader("Content-Security-Policy", "frame-ancestors 'none'");
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  response.setHeader("Referrer-Policy", "no-referrer");
  response.setHeader("X-Content-Type-Options", "nosniff");
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === "EADDRINUSE" || error.code === "EACCES";
      reject(
        isTaken
          ? new UserError(`port ${port} on ${host} cannot be used (${error.code}); choose another with --port`)
          : error
      );
    });
    server.listen(port, host, resolve);
  });
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => server.close((error) => (error === undefined ? resolve() : reject(error))));
}
