import {existsSync, statSync} from "node:fs";
import {join} from "node:path";
import type {Browser, CDPSession} from "playwright-core";
import {serveSite} from "#pipeline/publishing/serveSite.js";
import {UserError} from "#pipeline/userError.js";
import {browserIsMissing, openBrowser} from "../test/support/browser.js";

/** A slow laptop on an office line. */
const CPU_SLOWDOWN = 4;
const BITS_PER_SECOND = 10e6;
const LATENCY_MS = 40;
const LOADS = 5;
const TARGET_MS = 800;

interface Load {
  /** Everything until the page is complete, as it came over the wire. */
  readonly bytes: number;
  readonly codeBytes: number;
  /** From navigation until the last chart that is in the page has been painted. */
  readonly paintedMs: number;
  /** Time beyond 50 ms of every task until the page was quiet. */
  readonly blockingMs: number;
}

/** Measures the overview of a built site: `npm run bench -- site [folder]`. */
export async function bench([folder = join("dist", "risk")]: readonly string[]): Promise<void> {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UserError(`${folder}: there is no site here; run "npm start -- --no-serve" first, or name its folder`);
  const browser = await openBrowser();
  if (browser === null) throw new UserError(browserIsMissing);
  const serving = await serveSite({folder, port: 0, host: "127.0.0.1"});
  const rows: Record<string, Load>[] = [];
  try {
    for (const language of ["zh", "en"]) {
      const loads: Load[] = [];
      for (let load = 0; load < LOADS; load++)
        loads.push(await loadOnce(browser, `${serving.url}${language}/overview.html`));
      rows.push({[`${language}/overview`]: medians(loads)});
    }
  } finally {
    await browser.close();
    await serving.close();
  }
  report(folder, Object.assign({}, ...rows) as Record<string, Load>);
}

async function loadOnce(browser: Browser, url: string): Promise<Load> {
  const context = await browser.newContext({viewport: {width: 1440, height: 900}});
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const received = await slowDown(session);
  // The loader of TypeScript marks functions with a helper that the page does not have.
  await page.addInitScript("globalThis.__name = (named) => named");
  await page.addInitScript(watch);
  await page.goto(url, {waitUntil: "networkidle"});
  await page.waitForTimeout(1500);
  const {painted, blocking} = await page.evaluate(() => (window as unknown as {watched: Watched}).watched);
  await context.close();
  return {bytes: received.bytes, codeBytes: received.codeBytes, paintedMs: painted, blockingMs: blocking};
}

async function slowDown(session: CDPSession): Promise<{bytes: number; codeBytes: number}> {
  const received = {bytes: 0, codeBytes: 0};
  const scripts = new Set<string>();
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BITS_PER_SECOND / 8,
    uploadThroughput: BITS_PER_SECOND / 8
  });
  await session.send("Emulation.setCPUThrottlingRate", {rate: CPU_SLOWDOWN});
  session.on("Network.responseReceived", ({requestId, type}) => type === "Script" && scripts.add(requestId));
  session.on("Network.loadingFinished", ({requestId, encodedDataLength}) => {
    received.bytes += encodedDataLength;
    if (scripts.has(requestId)) received.codeBytes += encodedDataLength;
  });
  return received;
}

interface Watched {
  painted: number;
  blocking: number;
}

/** Runs in the page: charts are painted when the frame after the last new one has been produced. */
function watch(): void {
  const watched: Watched = {painted: 0, blocking: 0};
  (window as unknown as {watched: Watched}).watched = watched;
  let charts = 0;
  const look = () => {
    const now = document.querySelectorAll("figure.chart svg[role=img]").length;
    if (now !== charts) {
      charts = now;
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.addEventListener("message", () => (watched.painted = performance.now()));
        channel.port1.start();
        channel.port2.postMessage(null);
      });
    }
    requestAnimationFrame(look);
  };
  look();
  new PerformanceObserver((list) => {
    for (const {duration} of list.getEntries()) watched.blocking += Math.max(0, duration - 50);
  }).observe({type: "longtask", buffered: true});
}

function medians(loads: readonly Load[]): Load {
  const median = (of: (load: Load) => number) => Math.round(loads.map(of).sort((a, b) => a - b)[loads.length >> 1]!);
  return {
    bytes: median(({bytes}) => bytes),
    codeBytes: median(({codeBytes}) => codeBytes),
    paintedMs: median(({paintedMs}) => paintedMs),
    blockingMs: median(({blockingMs}) => blockingMs)
  };
}

function report(folder: string, results: Readonly<Record<string, Load>>): void {
  const conditions = {cpuSlowdown: CPU_SLOWDOWN, bitsPerSecond: BITS_PER_SECOND, latencyMs: LATENCY_MS, loads: LOADS};
  const lines = [
    `${folder}: ${CPU_SLOWDOWN}x slower processor, ${BITS_PER_SECOND / 1e6} Mbit/s, ${LATENCY_MS} ms, medians of ${LOADS} loads`,
    "page           bytes    code   charts painted   blocking",
    ...Object.entries(results).map(([page, {bytes, codeBytes, paintedMs, blockingMs}]) => {
      const isMet = paintedMs <= TARGET_MS ? "" : ` (target ${TARGET_MS})`;
      return `${page.padEnd(12)}${String(bytes).padStart(8)}${String(codeBytes).padStart(8)}${`${paintedMs} ms${isMet}`.padStart(17)}${`${blockingMs} ms`.padStart(11)}`;
    }),
    JSON.stringify({conditions, results})
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}
