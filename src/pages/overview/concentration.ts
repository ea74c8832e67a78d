import {martComposition} from "#warehouse/marts/mart_composition.js";
import {chartCard} from "../../components/chartCard.js";
import {IndustryDots} from "../../components/charts/IndustryDots.js";
import {dataTable} from "../../components/dataTable.js";
import {show} from "../../components/figureText.js";
import type {Html} from "../../components/html.js";
import {basisOf, bookFindings} from "../../findings/book.js";
import {concentrationFindings, membersOf} from "../../findings/concentration.js";
import type {Site} from "../../findings/site.js";
import {memberName, shortMemberName} from "../../i18n/members.js";
import {OVERVIEW} from "../../i18n/sentences/overview.js";
import {WORDS} from "../../i18n/words.js";
import {answer} from "./section.js";

/** Where the risk is concentrated. */
export function concentrationSection(site: Site): Html {
  const {language, reading} = site;
  const words = WORDS[language];
  const industries = membersOf(site, "industry").sort((a, b) => (b.share.value ?? 0) - (a.share.value ?? 0));
  if (industries.length === 0) return answer("concentration", words.qConcentration, words.noIndustry, null);
  const book = bookFindings(site);
  const mart = site.mart(martComposition);
  const share = basisOf(site) === "drawn" ? words.shareOfExposure : words.shareOfObligors;
  const table = dataTable(
    industries,
    [
      {heading: words.industry, cell: ({member}) => memberName("industry", member, language)},
      {heading: share, isNumber: true, cell: (industry) => show(industry.share, reading)},
      {heading: words.meanPd, isNumber: true, cell: ({meanPd}) => show(meanPd, reading)},
      {heading: words.obligors, isNumber: true, cell: ({obligors}) => show(obligors, reading)}
    ],
    {caption: words.chartIndustry, mart: mart.contract.name}
  );
  const card = chartCard(site, {
    id: "chart-industry",
    title: words.chartIndustry,
    caption: words.captionIndustry,
    mart,
    definition: "industry_section",
    draw: (options) =>
      IndustryDots(
        industries
          .filter(({meanPd}) => meanPd.value !== null)
          .map((each) => ({
            label: shortMemberName("industry", each.member, language),
            share: each.share.value ?? 0,
            pd: each.meanPd.value!
          })),
        {...options, labels: {share, pd: words.meanPd, book: words.book}, bookPd: book.meanPd.value}
      ),
    table
  });
  const finding = OVERVIEW[language].concentration(concentrationFindings(site), book, reading);
  return answer("concentration", words.qConcentration, finding, card);
}
