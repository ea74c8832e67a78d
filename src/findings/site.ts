import type {Audience, TableContract} from "#warehouse/contract.js";
import {rowsOf} from "#warehouse/engine/columns.js";
import type {Absence, RunManifest} from "#warehouse/manifest.js";
import {readManifest, readMart, type Mart} from "#warehouse/snapshot.js";
import type {Reading} from "../format/value.js";
import {LANGUAGES, type Language} from "../format/language.js";

/** What a page loader is given: the snapshot, who may see it, and the language it speaks. */
export interface Site {
  readonly snapshot: string;
  readonly audience: Audience;
  readonly language: Language;
  readonly manifest: RunManifest;
  readonly reading: Reading;
  mart(contract: TableContract): Mart;
  /** Rows of a mart as objects, for marts of few rows; read once. */
  rows<Row>(contract: TableContract): readonly Row[];
  lacks(absence: Absence): boolean;
}

/** The site that the environment and the page's parameters name. Throws when one is missing. */
export function siteOf(args: readonly string[], environment: NodeJS.ProcessEnv): Site {
  const {LOANSCAPE_SNAPSHOT: snapshot, LOANSCAPE_AUDIENCE: audience} = environment;
  if (!snapshot || !audience) throw new Error("set LOANSCAPE_SNAPSHOT and LOANSCAPE_AUDIENCE");
  const language =
    args.find((arg) => arg.startsWith("--lang="))?.slice("--lang=".length) ?? environment.LOANSCAPE_LANGUAGE;
  if (!LANGUAGES.includes(language as Language)) throw new Error(`no such language: ${language}`);
  return openSite(snapshot, audience as Audience, language as Language);
}

/** A snapshot opened for an audience in a language; marts are read once. */
export function openSite(snapshot: string, audience: Audience, language: Language): Site {
  const manifest = readManifest(snapshot);
  const marts = new Map<string, Mart>();
  const rows = new Map<string, readonly unknown[]>();
  const mart = (contract: TableContract): Mart => {
    let read = marts.get(contract.name);
    if (read === undefined) marts.set(contract.name, (read = readMart(contract, {snapshot, audience})));
    return read;
  };
  return {
    snapshot,
    audience,
    language,
    manifest,
    reading: {language, currency: manifest.currency},
    lacks: (absence) => manifest.absent.includes(absence),
    mart,
    rows<Row>(contract: TableContract) {
      let read = rows.get(contract.name);
      if (read === undefined) rows.set(contract.name, (read = rowsOf(mart(contract).columns)));
      return read as readonly Row[];
    }
  };
}
