import {columnsFor} from "#warehouse/contract.js";
import {numbersOf, textsOf} from "#warehouse/engine/columns.js";
import {martObligors} from "#warehouse/marts/mart_obligors.js";
import type {Mart} from "#warehouse/snapshot.js";
import {dataTable, type TableColumn} from "../../components/dataTable.js";
import {figureOf} from "../../components/figure.js";
import {show} from "../../components/figureText.js";
import {markup, type Html} from "../../components/html.js";
import {bookFindings} from "../../findings/book.js";
import {membersOf} from "../../findings/concentration.js";
import type {Site} from "../../findings/site.js";
import {memberName} from "../../i18n/members.js";
import {OVERVIEW} from "../../i18n/sentences/overview.js";
import {WORDS} from "../../i18n/words.js";
import {answer} from "./section.js";

/** Who the strategic customers are: how many, how heavy, and the ten largest. */
export function strategicSection(site: Site): Html {
  const words = WORDS[site.language];
  const strategic = membersOf(site, "tier").find(({member}) => member === "strategic");
  if (strategic === undefined) return answer("strategic", words.qStrategic, words.noTier, null);
  const finding = OVERVIEW[site.language].strategic({strategic, book: bookFindings(site)}, site.reading);
  return answer("strategic", words.qStrategic, markup`${finding}${nameless(site)}`, tenLargest(site));
}

/** Why there are no names: the source has none, or the audience may not see them. */
function nameless(site: Site): string | null {
  const words = WORDS[site.language];
  const space = site.language === "en" ? " " : "";
  if (site.lacks("name")) return `${space}${words.noName}`;
  return columnsFor(martObligors, site.audience).includes("name") ? null : `${space}${words.nameWithheld}`;
}

interface ObligorRow {
  readonly pseudonym: string;
  readonly name: string | null;
  readonly grade: string;
  readonly industry: string | null;
  readonly drawn: number;
}

function tenLargest(site: Site): Html {
  const {language, reading} = site;
  const words = WORDS[language];
  const mart = site.mart(martObligors);
  const rows = strategicRows(mart)
    .sort((a, b) => b.drawn - a.drawn || (a.pseudonym < b.pseudonym ? -1 : 1))
    .slice(0, 10);
  const figure = ({pseudonym}: ObligorRow, column: string) => show(figureOf(mart, column, {pseudonym}), reading);
  const columns: TableColumn<ObligorRow>[] = [
    {heading: words.obligor, cell: ({name, pseudonym}) => name ?? markup`<code>${pseudonym.slice(0, 12)}</code>`},
    {heading: words.industry, cell: ({industry}) => memberName("industry", industry, language)},
    {heading: words.grade, cell: ({grade}) => markup`<span class="grade">${grade}</span>`},
    {heading: words.pd, isNumber: true, cell: (row) => (row.grade === "D" ? words.inDefault : figure(row, "pd"))},
    {heading: words.exposure, isNumber: true, cell: (row) => figure(row, "drawn")}
  ];
  const table = dataTable(rows, columns, {caption: words.strategicTen, mart: mart.contract.name});
  return markup`<div class="card">
    <div class="scroll" tabindex="0" role="region" aria-label="${words.strategicTen}">${table}</div>
  </div>`;
}

function strategicRows({columns}: Mart): ObligorRow[] {
  const text = (name: string) => textsOf(columns, name);
  const [pseudonyms, grades, industries] = [text("pseudonym"), text("grade"), text("industry_section")];
  const names = columns.byName.has("name") ? text("name") : null;
  const drawn = numbersOf(columns, "drawn");
  return text("tier").flatMap((tier, row): ObligorRow[] => {
    if (tier !== "strategic") return [];
    const name = names?.[row] ?? null;
    return [
      {pseudonym: pseudonyms[row]!, name, grade: grades[row]!, industry: industries[row]!, drawn: drawn[row] || 0}
    ];
  });
}
