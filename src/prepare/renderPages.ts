import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {pagesFor} from "../components/pages.js";
import {bookOf} from "../findings/bookColumns.js";
import {featureTableNames} from "../findings/features.js";
import {openSite, type Site} from "../findings/site.js";
import {LANGUAGES} from "../format/language.js";
import {featureTablePage} from "../pages/features/table.js";
import {PAGE_OF} from "../pages/index.js";
import {landingPage} from "../pages/landing.js";

/**
 * Writes what the page and data loaders would print into Framework's cache, where it takes them as
 * fresh: one process instead of one for each page. The loaders stay for previews.
 */
export function renderPages(cache: string, landing: Site): void {
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(cache, path)), {recursive: true});
    writeFileSync(join(cache, path), content);
  };
  for (const language of LANGUAGES) {
    const site = openSite(landing.snapshot, landing.audience, language);
    for (const page of pagesFor(landing.audience)) write(`${language}/${page}.md`, PAGE_OF[page](site));
    for (const table of featureTableNames(site)) write(`${language}/${table}.md`, featureTablePage(site, table));
  }
  write("index.md", landingPage(landing));
  write("data/book.arrow", bookOf(landing));
}
