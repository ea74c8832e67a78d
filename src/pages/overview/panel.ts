import {martComposition} from "#warehouse/marts/mart_composition.js";
import {BarPanel} from "../../components/BarPanel.js";
import {markup, type Html} from "../../components/html.js";
import {gradeColour, tierColour} from "../../components/scales.js";
import {gradeCountOf, type BookFindings} from "../../findings/book.js";
import {membersOf} from "../../findings/concentration.js";
import type {Site} from "../../findings/site.js";
import {dimensionName, shortMemberName, type DimensionName} from "../../i18n/members.js";
import {WORDS} from "../../i18n/words.js";

/** The classes of a dimension as bars, or that the source lacks it. */
export function panel(site: Site, book: BookFindings, dimension: DimensionName): Html {
  const words = WORDS[site.language];
  const members = membersOf(site, dimension);
  const title = dimensionName(dimension, site.language);
  if (members.length === 0) {
    const absent = {
      grade: "",
      industry: words.noIndustry,
      size: words.noSize,
      region: words.noRegion,
      tier: words.noTierShort
    };
    return markup`<div class="panel is-absent"><h3>${title}</h3><p class="muted">${absent[dimension]}</p></div>`;
  }
  const isOrdered = dimension === "grade" || dimension === "tier" || dimension === "size";
  const value = (member: (typeof members)[number]) => member[book.basis].value ?? 0;
  const sorted = isOrdered ? members : [...members].sort((a, b) => value(b) - value(a));
  const colour = (member: string, order: number) =>
    dimension === "grade"
      ? gradeColour(order, gradeCountOf(site))
      : dimension === "tier"
        ? tierColour(member)
        : "var(--bar)";
  const bars = sorted.map((each) => ({
    member: each.member,
    name: shortMemberName(dimension, each.member, site.language),
    colour: colour(each.member, each.order),
    value: value(each)
  }));
  return BarPanel(dimension, title, bars, martComposition.name, site.language);
}
