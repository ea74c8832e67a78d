import {readFileSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {columnsOfArrow} from "#warehouse/engine/arrow.js";
import {filesBelow} from "./files.js";
import {forbiddenTexts, type ForbiddenTexts} from "./forbiddenTexts.js";
import {registrationNumbersIn} from "./registrationNumbers.js";

export interface Finding {
  readonly file: string;
  readonly kind: "forbidden text" | "registration number";
  readonly text: string;
}

export interface ScanOptions {
  readonly folder: string;
  /** Names and numbers that must not be found. */
  readonly forbidden: readonly string[];
}

/** Opens every file of a build, packed ones too, and returns what must not be there. */
export function scanBuild({folder, forbidden}: ScanOptions): Finding[] {
  const texts = forbiddenTexts(forbidden);
  return filesBelow(folder).flatMap((file) => scanFile(file, readFileSync(join(folder, file)), texts));
}

function scanFile(file: string, bytes: Buffer, texts: ForbiddenTexts): Finding[] {
  if (file.endsWith(".gz")) {
    return scanFile(file.slice(0, -3), gunzipSync(bytes), texts).map((finding) => ({...finding, file}));
  }
  const found = new Map<string, Finding>();
  for (const {running, wholes} of readings(file, bytes)) {
    for (const text of [...texts.in(running), ...texts.among(wholes)])
      found.set(text, {file, kind: "forbidden text", text});
    for (const text of registrationNumbersIn(running)) found.set(text, {file, kind: "registration number", text});
  }
  return [...found.values()];
}

interface Reading {
  readonly running: string;
  /** Entries that stand for themselves: values of a column, texts and attributes of a page. */
  readonly wholes: readonly string[];
}

/** A file as text, in every way that a name could be written in it. */
function readings(file: string, bytes: Buffer): Reading[] {
  const plain = bytes.toString("utf8");
  if (file.endsWith(".arrow")) {
    const entries = arrowTexts(bytes);
    return [
      {running: entries.join("\n"), wholes: entries},
      {running: plain, wholes: []}
    ];
  }
  const spelled = unescaped(plain);
  const wholes = file.endsWith(".html") ? wholesOf(plain) : [];
  return spelled === plain
    ? [{running: plain, wholes}]
    : [
        {running: plain, wholes: []},
        {running: spelled, wholes}
      ];
}

function wholesOf(page: string): string[] {
  return Array.from(page.matchAll(/>([^<>]+)<|="([^"]*)"/g), ([, text, value]) => unescaped(text ?? value ?? ""));
}

function arrowTexts(bytes: Uint8Array): string[] {
  return [...columnsOfArrow(bytes).byName].flatMap(([name, column]) => {
    return column.type === "varchar" ? [name, ...column.dictionary] : [name];
  });
}

const NAMED: Readonly<Record<string, string>> = {amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0"};

/** Character references, `\\u` escapes and percent escapes put back into letters. */
function unescaped(text: string): string {
  return text
    .replace(/&#(\d+);/g, (whole, code: string) => letter(Number(code)) ?? whole)
    .replace(/&#x([0-9a-f]+);/gi, (whole, code: string) => letter(parseInt(code, 16)) ?? whole)
    .replace(/&([a-z]+);/g, (whole, name: string) => NAMED[name] ?? whole)
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/(?:%[0-9a-f]{2})+/gi, (whole) => decoded(whole));
}

function letter(code: number): string | null {
  return code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

function decoded(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return escaped;
  }
}
