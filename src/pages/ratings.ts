import {markup, type Html} from "../components/html.js";
import {page} from "../components/page.js";
import {HALF} from "../components/chartCard.js";
import {calibrationFindings} from "../findings/grades.js";
import type {Site} from "../findings/site.js";
import {RATINGS} from "../i18n/sentences/ratings.js";
import {WORDS} from "../i18n/words.js";
import {calibrationSection} from "./ratings/calibration.js";
import {migrationSection} from "./ratings/migration.js";
import {modelSection} from "./ratings/model.js";
import {mixCard} from "./shared/mixCard.js";

/** How the grades stand, where they go, and how far they can be trusted. */
export function ratingsPage(site: Site): string {
  const words = WORDS[site.language];
  const found = calibrationFindings(site);
  const lead = found === null ? words.noDefaults : RATINGS[site.language].calibration(found);
  return page(site, {
    name: "ratings",
    heading: words.ratingsHeading,
    lead,
    script: "ratings",
    body: markup`<div class="pair">${trends(site)}</div>${migrationSection(site)}<div class="pair">${calibrationSection(site)}${modelSection(site)}</div>`
  });
}

function trends(site: Site): (Html | null)[] {
  const counted = mixCard(site, "grade", {basis: "obligors", widths: HALF});
  return site.lacks("exposure") ? [counted] : [mixCard(site, "grade", {basis: "drawn", widths: HALF}), counted];
}
