import {ACROSS} from "../../components/chartCard.js";
import {markup, type Html} from "../../components/html.js";
import {Tabs} from "../../components/Tabs.js";
import type {Site} from "../../findings/site.js";
import {DIMENSION_NAMES, dimensionName} from "../../i18n/members.js";
import {WORDS} from "../../i18n/words.js";
import {mixCard} from "../shared/mixCard.js";

/** How the mix of each dimension of the whole book moved; grades have their place above. */
export function mixTabs(site: Site): Html | null {
  const words = WORDS[site.language];
  const tabs = DIMENSION_NAMES.filter((dimension) => dimension !== "grade").flatMap((dimension) => {
    const content = mixCard(site, dimension, {widths: ACROSS});
    return content === null ? [] : [{id: dimension, label: dimensionName(dimension, site.language), content}];
  });
  if (tabs.length === 0) return null;
  return markup`<section class="explore" id="over-time" aria-label="${words.mixOverTime}">${Tabs("mix", words.mixOverTime, tabs, tabs[0]!.id)}</section>`;
}
