import {mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Audience} from "#warehouse/contract.js";
import {openSite, type Site} from "#src/findings/site.js";
import type {Language} from "#src/format/language.js";
import type {BankKind} from "./fixtureBook.js";
import {fixtureSnapshot} from "./fixtureSnapshot.js";

const published = new Map<BankKind, string>();

/** The snapshot of a made-up bank, published once a test file, below a temporary folder. */
export function snapshotOf(kind: BankKind): string {
  let snapshot = published.get(kind);
  if (snapshot === undefined) {
    snapshot = fixtureSnapshot(mkdtempSync(join(tmpdir(), "loanscape-fixture-")), {kind});
    published.set(kind, snapshot);
  }
  return snapshot;
}

/** A made-up bank, opened for an audience in a language. */
export function openFixture(kind: BankKind, language: Language, audience: Audience = "risk"): Site {
  return openSite(snapshotOf(kind), audience, language);
}
