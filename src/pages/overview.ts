import {markup, type Html} from "../components/html.js";
import {page} from "../components/page.js";
import {bookFindings} from "../findings/book.js";
import {OVERVIEW} from "../i18n/sentences/overview.js";
import {typeset} from "../i18n/typeset.js";
import {WORDS} from "../i18n/words.js";
import type {Site} from "../findings/site.js";
import {concentrationSection} from "./overview/concentration.js";
import {exploreSection} from "./overview/explore.js";
import {keyFigures} from "./overview/keyFigures.js";
import {performanceSection} from "./overview/performance.js";
import {qualitySection} from "./overview/quality.js";
import {sizeSection} from "./overview/size.js";
import {strategicSection} from "./overview/strategic.js";

/** Management's questions, answered by sentences whose figures come from the marts. */
export function overviewPage(site: Site): string {
  const book = bookFindings(site);
  const sentences = OVERVIEW[site.language];
  return page(site, {
    name: "overview",
    heading: sentences.headline(book, site.reading),
    lead: markup`${sentences.opening(typeset(site.manifest.source.name, site.language), book.date)}${book.basis === "obligors" ? `${site.language === "en" ? " " : ""}${WORDS[site.language].noExposure}` : null}`,
    script: "overview",
    body: markup`${keyFigures(site, book)}<div class="answers">${sections(site)}</div>${exploreSection(site, book)}`
  });
}

function sections(site: Site): Html[] {
  return [sizeSection, qualitySection, concentrationSection, performanceSection, strategicSection].map((section) =>
    section(site)
  );
}
