import {ACROSS} from "../../components/chartCard.js";
import type {Html} from "../../components/html.js";
import {Tabs} from "../../components/Tabs.js";
import type {Site} from "../../findings/site.js";
import {DIMENSION_NAMES, dimensionName} from "../../i18n/members.js";
import {WORDS} from "../../i18n/words.js";
import {mixCard} from "../shared/mixCard.js";

/** How the mix of each dimension moved; grades have their place above. */
export function mixTabs(site: Site): Html | null {
  const words = WORDS[site.language];
  const tabs = DIMENSION_NAMES.filter((dimension) => dimension !== "grade").flatMap((dimension) => {
    const content = mixCard(site, dimension, {widths: ACROSS});
    return content === null ? [] : [{id: dimension, label: dimensionName(dimension, site.language), content}];
  });
  return tabs.length === 0 ? null : Tabs("mix", words.mixOverTime, tabs, tabs[0]!.id);
}
