import {existsSync, readFileSync, statSync} from "node:fs";
import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import {join, normalize, sep} from "node:path";
import sirv from "sirv";
import {listening} from "../../publishing/serveSite.js";

const EVENTS = "/_lab/events";
const SCRIPT = "/_lab/reload.js";

/** What a page runs: it loads itself again when it is told to, and where it stood is in its address. */
const RELOAD = `new EventSource(${JSON.stringify(EVENTS)}).addEventListener("refresh", () => location.reload());\n`;

export interface LiveSite {
  readonly url: string;
  /** Tells every open page to load itself again. */
  refresh(): void;
  close(): Promise<void>;
}

/** Serves folders of built pages, the first that has a file winning, with pages that can be told to load themselves again. */
export async function serveLive(
  folders: readonly string[],
  {host, port}: {readonly host: string; readonly port: number}
): Promise<LiveSite> {
  const readers = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const path = pathOf(request.url ?? "/");
    response.setHeader("Cache-Control", "no-store");
    if (path === EVENTS) return listen(readers, request, response);
    if (path === SCRIPT) return void response.writeHead(200, {"Content-Type": "text/javascript"}).end(RELOAD);
    const page = pageOf(folders, path);
    if (page !== null) {
      return void response.writeHead(200, {"Content-Type": "text/html; charset=utf-8"}).end(reloading(page));
    }
    const rest = folders.filter(existsSync).map((folder) => sirv(folder, {dev: true}));
    const next = () => {
      const handler = rest.shift();
      if (handler === undefined) response.writeHead(404).end("not found\n");
      else handler(request, response, next);
    };
    next();
  });
  const {url, close} = await listening(server, {host, port});
  return {
    url,
    refresh: () => readers.forEach((reader) => reader.write("event: refresh\ndata:\n\n")),
    close
  };
}

/** The path that is asked for; that of no page where it cannot be read. */
function pathOf(url: string): string {
  try {
    return decodeURIComponent(url.split("?", 1)[0]!);
  } catch {
    return "/_lab/unreadable";
  }
}

function listen(readers: Set<ServerResponse>, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, {"Content-Type": "text/event-stream"}).write("retry: 500\n\n");
  readers.add(response);
  request.on("close", () => readers.delete(response));
}

/** The text of the page of a path; null where there is none, or the path leads out of the folders. */
function pageOf(folders: readonly string[], path: string): string | null {
  const name = normalize(path);
  const tries = name.endsWith("/") ? [`${name}index.html`] : name.endsWith(".html") ? [name] : [`${name}.html`];
  for (const folder of folders) {
    const file = join(folder, tries[0]!);
    if (file.startsWith(`${folder}${sep}`) && existsSync(file) && statSync(file).isFile())
      return readFileSync(file, "utf8");
  }
  return null;
}

function reloading(page: string): string {
  return page.replace("</head>", `<script src="${SCRIPT}" defer></script>\n</head>`);
}
