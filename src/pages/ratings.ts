import {markup, type Html} from "../components/html.js";
import {page} from "../components/page.js";
import {ACROSS, HALF} from "../components/chartCard.js";
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
    body: markup`${trends(site)}${migrationSection(site)}<div class="pair">${calibrationSection(site)}${modelSection(site)}</div>`
  });
}

function trends(site: Site): Html {
  if (site.lacks("exposure")) return mixCard(site, "grade", {basis: "obligors", widths: ACROSS}) ?? markup``;
  const cards = (["drawn", "obligors"] as const).map((basis) =>
    mixCard(site, "grade", {basis, widths: HALF, namesBasis: true})
  );
  return markup`<div class="pair">${cards}</div>`;
}
