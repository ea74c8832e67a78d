import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import type {Audience} from "#warehouse/contract.js";
import {PAGES} from "#src/components/pages.js";
import {bookOf} from "#src/findings/bookColumns.js";
import {openSite} from "#src/findings/site.js";
import {LANGUAGES, type Language} from "#src/format/language.js";
import {PAGE_OF} from "#src/pages/index.js";
import {landingPage} from "#src/pages/landing.js";

export interface Rendering {
  readonly snapshot: string;
  readonly audience: Audience;
  readonly language: Language;
}

/**
 * Writes what the page and data loaders would print into Framework's cache, where it takes them as
 * fresh: one process instead of one for each page. The loaders stay for previews.
 */
export function renderPages(cache: string, {snapshot, audience, language}: Rendering): void {
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(cache, path)), {recursive: true});
    writeFileSync(join(cache, path), content);
  };
  for (const spoken of LANGUAGES) {
    const site = openSite(snapshot, audience, spoken);
    for (const page of PAGES) write(`${spoken}/${page}.md`, PAGE_OF[page](site));
    if (spoken === language) {
      write("index.md", landingPage(site));
      write("data/book.arrow", bookOf(site));
    }
  }
}
