import {markup} from "../components/html.js";
import {page} from "../components/page.js";
import {qualityFindings} from "../findings/quality.js";
import type {Site} from "../findings/site.js";
import {QUALITY} from "../i18n/sentences/quality.js";
import {WORDS} from "../i18n/words.js";
import {batchesSection} from "./quality/batches.js";
import {checksSection} from "./quality/checks.js";
import {controlsSection} from "./quality/controls.js";
import {quarantineSection} from "./quality/quarantine.js";
import {scoresSection} from "./quality/scores.js";

/** How far the data can be trusted: scores, checks, control totals, batches, and the rows that did not load. */
export function qualityPage(site: Site): string {
  const words = WORDS[site.language];
  const heading = words.qualityHeading;
  const found = qualityFindings(site);
  if (found === null) return page(site, {name: "quality", heading, lead: words.noQuality, body: null});
  const say = QUALITY[site.language];
  const between = site.language === "zh" ? "" : " ";
  const sentences = [say.rows, say.withheld, say.weakest, say.controls, say.checks].flatMap(
    (sentence) => sentence(found, site.reading) ?? []
  );
  const lead = markup`${sentences.map((sentence, at) => markup`${at === 0 ? "" : between}${sentence}`)}`;
  return page(site, {
    name: "quality",
    heading,
    lead,
    script: "quality",
    body: markup`${scoresSection(site)}${controlsSection(site)}${checksSection(site)}${quarantineSection(site)}${batchesSection(site)}`
  });
}
