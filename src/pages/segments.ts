import {markup, type Html} from "../components/html.js";
import {page} from "../components/page.js";
import {extremeSegments, latestComplete, segmentDates, surprises} from "../findings/segments.js";
import type {Site} from "../findings/site.js";
import {SEGMENTS} from "../i18n/sentences/segments.js";
import {WORDS} from "../i18n/words.js";
import {heatCards} from "./segments/heat.js";
import {industryMultiples} from "./segments/multiples.js";
import {segmentTable} from "./segments/table.js";

/** Industry by size: where the PD is high, and where defaults came as expected. */
export function segmentsPage(site: Site): string {
  const words = WORDS[site.language];
  const date = segmentDates(site).at(-1);
  return page(site, {
    name: "segments",
    heading: words.segmentsHeading,
    lead: date === undefined ? words.noIndustry : lead(site, date),
    script: "tables",
    body:
      date === undefined ? null : markup`${heatCards(site, date)}${industryMultiples(site)}${segmentTable(site, date)}`
  });
}

function lead(site: Site, date: string): Html {
  const sentences = SEGMENTS[site.language];
  const {riskiest, safest} = extremeSegments(site, date);
  const complete = latestComplete(site);
  const extremes = riskiest === null || safest === null ? null : sentences.extremes(riskiest, safest, site.reading);
  const found = complete === null ? null : sentences.surprises(surprises(site), complete, site.reading);
  return markup`${extremes}${site.language === "en" ? " " : null}${found}`;
}
