import {markup, type Html} from "../../components/html.js";
import {gradeCountOf, gradeScale, type BookFindings} from "../../findings/book.js";
import type {Site} from "../../findings/site.js";
import {DIMENSION_NAMES} from "../../i18n/members.js";
import {WORDS} from "../../i18n/words.js";
import {controls, selectionFigures} from "./choice.js";
import {mixTabs} from "./mixTabs.js";
import {nowCard} from "./nowCard.js";
import {panel} from "./panel.js";

/** What the book is made of; with a script, a choice in one dimension redraws the others. */
export function exploreSection(site: Site, book: BookFindings): Html {
  const words = WORDS[site.language];
  const settings = {
    book: `../data/book.arrow?${site.manifest.runId}`,
    language: site.language,
    currency: site.manifest.currency,
    grades: gradeScale(site).map(({label}) => label),
    gradeCount: gradeCountOf(site),
    weakFrom: gradeScale(site).findIndex(({label}) => label === book.weakFrom),
    hasExposure: book.basis === "drawn",
    words: {
      all: words.allOfBook,
      before: words.yearBefore,
      unavailable: words.unavailable,
      absent: words.absent,
      notInEdition: words.notInEdition
    },
    basis: {drawn: words.shareOfExposure, obligors: words.shareOfObligors}
  };
  return markup`<section class="explore" id="composition" aria-labelledby="composition-question" data-settings="${JSON.stringify(settings)}">
    <h2 id="composition-question">${words.qComposition}</h2>
    <p class="finding static-only">${words.exploreStatic}</p>
    <p class="finding live-only">${words.explore}</p>
    ${controls(site, book)}
    ${selectionFigures(site, book)}
    <div class="panels">${DIMENSION_NAMES.map((dimension) => panel(site, book, dimension))}</div>
    ${nowCard(site)}
  </section>
  ${mixTabs(site)}`;
}
