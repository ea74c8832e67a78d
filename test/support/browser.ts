import {execFileSync} from "node:child_process";
import {existsSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {pathToFileURL} from "node:url";
import {chromium, type Browser} from "playwright-core";

const INSTALLED = [
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe"
];

interface Executable {
  readonly path: string;
  readonly libraries: string | null;
}

const FLAGS = [
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--hide-scrollbars",
  "--font-render-hinting=none"
];

/** A headless Chromium, or null where this machine has none: see `browserIsMissing`. */
export async function openBrowser(): Promise<Browser | null> {
  const executable = await findChromium();
  if (executable === null) return null;
  const {path, libraries} = executable;
  const env = {...process.env, ...(libraries === null ? {} : {LD_LIBRARY_PATH: libraries})} as Record<string, string>;
  return chromium.launch({executablePath: path, headless: true, args: FLAGS, env});
}

/** Says why browser tests are skipped. */
export const browserIsMissing =
  "no browser: set LOANSCAPE_CHROMIUM to a Chrome or Chromium, or run on Linux x64, where one comes inside a package";

/** The packed browser on Linux x64, else one that is installed. */
export async function findChromium(): Promise<Executable | null> {
  const named = process.env.LOANSCAPE_CHROMIUM;
  if (named) return {path: named, libraries: null};
  const packed = process.platform === "linux" && process.arch === "x64" ? await unpack() : null;
  if (packed !== null) return packed;
  const path = INSTALLED.find((each) => existsSync(each));
  return path === undefined ? null : {path, libraries: null};
}

async function unpack(): Promise<Executable | null> {
  try {
    const {default: packed} = await import("@sparticuz/chromium");
    const path = await packed.executablePath();
    if (!lacksLibraries(path)) return {path, libraries: null};
    // The libraries come with the package too, but only its own module knows how to unpack them.
    const root = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "..", "..");
    const unpacker = pathToFileURL(join(root, "build", "esm", "lambdafs.js")).href;
    const {inflate} = (await import(unpacker)) as {inflate(archive: string): Promise<string>};
    return {path, libraries: join(await inflate(join(root, "bin", "al2023.tar.br")), "lib")};
  } catch {
    return null;
  }
}

function lacksLibraries(path: string): boolean {
  return execFileSync("ldd", [path], {encoding: "utf8"}).includes("not found");
}
