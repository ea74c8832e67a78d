import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {pagesDrawn, showsBook} from "../components/pages.js";
import {bookOf} from "../findings/bookColumns.js";
import {openSite, type Site} from "../findings/site.js";
import {LANGUAGES} from "../format/language.js";
import {furtherPage, furtherPaths} from "../pages/further.js";
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
  const drawn = pagesDrawn(landing.audience, process.env);
  for (const language of LANGUAGES) {
    const site = openSite(landing.snapshot, landing.audience, language);
    for (const page of drawn) write(`${language}/${page}.md`, PAGE_OF[page](site));
    for (const path of furtherPaths(site, drawn)) write(`${language}/${path}.md`, furtherPage(site, path));
  }
  write("index.md", landingPage(landing));
  if (showsBook(landing.audience)) write("data/book.arrow", bookOf(landing));
}
