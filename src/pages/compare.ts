import {markup, type Html} from "../components/html.js";
import {page} from "../components/page.js";
import type {Role} from "../components/charts/series.js";
import {comparisonOf, type Comparison} from "../findings/compare.js";
import {seriesOf} from "../findings/labCharts.js";
import type {Site} from "../findings/site.js";
import {LAB} from "../i18n/lab/words.js";
import {LAB_SENTENCES} from "../i18n/sentences/lab.js";
import {chooserOf} from "./compare/chooser.js";
import {figuresOfTwo} from "./compare/figures.js";
import {movesSection} from "./compare/moves.js";
import {pairsSection} from "./compare/pairs.js";
import {emptyPage} from "./shared/lab.js";
import {rankCharts} from "./shared/rankCharts.js";

/** Two experiments side by side. All that can be put side by side are on the page; which two are seen stands in the address. */
export function comparePage(site: Site): string {
  const words = LAB[site.language];
  const head = {name: "compare", heading: words.compareHeading} as const;
  const empty = emptyPage(site, head.name, head.heading);
  if (empty !== null) return empty;
  const found = comparisonOf(site);
  if (found === null) return page(site, {...head, lead: words.needTwo, body: null});
  return page(site, {
    ...head,
    lead: LAB_SENTENCES[site.language].pairs(found, site.reading),
    script: head.name,
    body: markup`<div id="compared">${chooserOf(site, found)}${figuresOfTwo(site, found)}${charts(site, found)}${movesSection(site, found)}</div>${pairsSection(site, found)}`
  });
}

function charts(site: Site, {experiments, chosen: [first, second]}: Comparison): Html | null {
  const found = seriesOf(
    site,
    experiments.map(({experiment_id: id}) => id)
  );
  const roleOf = (place: number): Role => (place === first ? "first" : place === second ? "second" : null);
  return found === null ? null : rankCharts(site, {...found, roleOf});
}
