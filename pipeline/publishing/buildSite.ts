import {createHash} from "node:crypto";
import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {gzipSync} from "node:zlib";
import type {Audience} from "#warehouse/contract.js";
import {readManifest} from "#warehouse/snapshot.js";
import {LANGUAGE_TAGS, type Language} from "#src/format/language.js";
import {filesBelow} from "./files.js";
import {errorIn, finishPage, strayCodeIn} from "./finishPage.js";
import {forbiddenFor} from "./forbidden.js";
import {layOutProject, PROJECT} from "./frameworkProject.js";
import {publishEdition} from "./publishEdition.js";
import {runNode} from "./runNode.js";
import {scanBuild} from "./scanBuild.js";

/** Draws the pages and bundles what they load. */
const PREPARE = join(PROJECT, "src", "prepare", "main.ts");

const OBSERVABLE = fileURLToPath(import.meta.resolve("@observablehq/framework/dist/bin/observable.js"));

export interface SiteOptions {
  /** Folder of a published snapshot. */
  readonly snapshot: string;
  readonly audience: Audience;
  readonly outFolder: string;
  /** Where the landing page leads. */
  readonly language: Language;
  /** Only these pages, and what hangs on them; all that the audience has where it is left out. */
  readonly pages?: readonly string[];
  /** A folder inside the project, for Framework's own files; one for each audience and out folder by default. */
  readonly workFolder?: string;
  readonly onProgress?: (line: string) => void;
  readonly signal?: AbortSignal;
}

export interface SiteSummary {
  readonly audience: Audience;
  /** The edition's own folder; `current` points to it. */
  readonly edition: string;
  readonly current: string;
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
  /** SHA-256 over the names and contents of all files: equal snapshots give equal hashes. */
  readonly sha256: string;
}

/** Builds the site of one audience from a snapshot and makes it current. A failure leaves the site that was there. */
export async function buildSite(options: SiteOptions): Promise<SiteSummary> {
  const {audience, language, signal, onProgress = () => {}} = options;
  const [snapshot, outFolder] = [resolve(options.snapshot), resolve(options.outFolder)];
  const manifest = readManifest(snapshot);
  const workFolder = options.workFolder ?? join(PROJECT, ".build", `${audience}-${shortHash(outFolder)}`);
  const built = join(workFolder, "dist");
  try {
    layOutProject(workFolder);
    const environment = {
      LOANSCAPE_SNAPSHOT: snapshot,
      LOANSCAPE_AUDIENCE: audience,
      LOANSCAPE_LANGUAGE: language,
      LOANSCAPE_PAGES: options.pages?.join(",") ?? ""
    };
    const run = {folder: workFolder, environment, onProgress, signal};
    await runNode({...run, args: ["--import", import.meta.resolve("tsx"), PREPARE, workFolder]});
    await runNode({...run, args: [OBSERVABLE, "build"]});
    finish(built, language);
    if (audience !== "risk") refuseSecrets(built, snapshot, audience);
    const summary = measure(built);
    const name = `${manifest.observationDate}-${manifest.runId}`;
    const edition = publishEdition(outFolder, {name, audience, built});
    return {audience, edition, current: join(outFolder, audience), ...summary};
  } finally {
    rmSync(workFolder, {recursive: true, force: true});
  }
}

/** Files below this size are not worth a packed twin. */
const SMALL = 1024;

function finish(built: string, language: Language): void {
  for (const file of filesBelow(built).filter((name) => name.endsWith(".html"))) {
    const path = join(built, file);
    const page = readFileSync(path, "utf8");
    const error = errorIn(page);
    if (error !== null) throw new Error(`${file}: the page was built with an error in it: ${error}`);
    const spoken = file.startsWith("zh/") ? "zh" : file.startsWith("en/") ? "en" : language;
    const finished = finishPage(page, LANGUAGE_TAGS[spoken]);
    const stray = strayCodeIn(finished);
    if (stray !== null) throw new Error(`${file}: the page holds code that none of our pages writes: ${stray}`);
    writeFileSync(path, finished);
  }
  dropUnused(built);
  for (const file of filesBelow(built)) {
    const bytes = readFileSync(join(built, file));
    if (bytes.length >= SMALL) writeFileSync(join(built, `${file}.gz`), gzipSync(bytes, {level: 9}));
  }
}

/** Framework's own modules, where no page asks for them any more. */
function dropUnused(built: string): void {
  const files = filesBelow(built);
  const pages = files.filter((name) => name.endsWith(".html")).map((name) => readFileSync(join(built, name), "utf8"));
  if (pages.some((page) => page.includes("_observablehq/"))) return;
  rmSync(join(built, "_observablehq"), {recursive: true, force: true});
}

function refuseSecrets(built: string, snapshot: string, audience: Audience): void {
  const [first, ...others] = scanBuild({folder: built, forbidden: forbiddenFor(snapshot, audience)});
  if (first === undefined) return;
  throw new Error(
    `${first.file}: the ${audience} build holds ${first.text}, a ${first.kind}; and ${others.length} more findings`
  );
}

function measure(built: string): Pick<SiteSummary, "pages" | "files" | "bytes" | "sha256"> {
  const files = filesBelow(built);
  const hash = createHash("sha256");
  let bytes = 0;
  for (const file of files) {
    const content = readFileSync(join(built, file));
    bytes += content.length;
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  const pages = files.filter((name) => name.endsWith(".html")).length;
  return {pages, files: files.length, bytes, sha256: hash.digest("hex")};
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 10);
}
