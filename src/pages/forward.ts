import {markup} from "../components/html.js";
import {page} from "../components/page.js";
import {forwardFindings} from "../findings/forward.js";
import type {Site} from "../findings/site.js";
import {FORWARD} from "../i18n/sentences/forward.js";
import {coverageSection} from "./forward/coverage.js";
import {outlookSection} from "./forward/outlook.js";
import {shortfallSection} from "./forward/shortfalls.js";

/** Cash flow and debt service of the next four quarters, and how such projections fared. */
export function forwardPage(site: Site): string {
  const say = FORWARD[site.language];
  const head = {name: "forward", heading: say.heading} as const;
  const found = forwardFindings(site);
  if (found === null) return page(site, {...head, lead: say.none, body: null});
  return page(site, {
    ...head,
    lead: markup`${say.outlook(found, site.reading)}${say.coverage(found, site.reading)}`,
    script: "tables",
    body: markup`${outlookSection(site)}${shortfallSection(site)}${coverageSection(site)}`
  });
}
