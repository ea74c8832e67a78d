import {markup} from "../components/html.js";
import {page} from "../components/page.js";
import {featureFindings, showsFeatures} from "../findings/features.js";
import type {Site} from "../findings/site.js";
import {FEATURES} from "../i18n/sentences/features.js";
import {WORDS} from "../i18n/words.js";
import {everyFeature} from "./features/every.js";
import {featureTables} from "./features/tables.js";

/** What every feature is, how it is spread and moved, how it alone goes with default, and the SQL that makes it. */
export function featuresPage(site: Site): string {
  const words = WORDS[site.language];
  const head = {name: "features", heading: words.featuresHeading} as const;
  if (!showsFeatures(site)) return page(site, {...head, lead: words.featuresWithheld, body: null});
  const found = featureFindings(site);
  if (found === null) return page(site, {...head, lead: words.noFeatures, body: null});
  const say = FEATURES[site.language];
  const sentences = [say.size, say.related, say.against, say.moved].flatMap(
    (sentence) => sentence(found, site.reading) ?? []
  );
  const between = site.language === "zh" ? "" : " ";
  return page(site, {
    ...head,
    lead: markup`${sentences.map((sentence, at) => markup`${at === 0 ? "" : between}${sentence}`)}`,
    script: "features",
    body: markup`${everyFeature(site)}${featureTables(site)}`
  });
}
