import {martValidationTests} from "#warehouse/marts/mart_validation_tests.js";
import {dataTable} from "../../components/dataTable.js";
import {markup, type Html} from "../../components/html.js";
import type {TestRow, ValidationFindings} from "../../findings/validation.js";
import type {Site} from "../../findings/site.js";
import {decimal, percent} from "../../format/number.js";
import {LAB} from "../../i18n/lab/words.js";
import {codeName} from "../../i18n/members.js";
import {LAB_SENTENCES} from "../../i18n/sentences/lab.js";
import {scrolling, section} from "../quality/section.js";
import {verdictText} from "../shared/lab.js";
import {cellsTable} from "./cells.js";

/** One validation: its tests over all rows, then by segment and by year. */
export function validationOf(site: Site, found: ValidationFindings, place: number): Html {
  const words = LAB[site.language];
  const id = (name: string) => `${name}-${place}`;
  const tests = scrolling(`${id("tests")}-title`, testsTable(site, found));
  const part = (kind: "segment" | "year", title: string) => {
    const cells = found.cells.filter(({scope_kind: each}) => each === kind);
    if (cells.length === 0) return null;
    const table = cellsTable(site, found, cells, {kind, title});
    return section(id(kind), title, scrolling(`${id(kind)}-title`, table));
  };
  const note = markup`<p>${words.keyFew}</p>`;
  return markup`<p class="finding">${LAB_SENTENCES[site.language].validation(found, site.reading)}</p>${section(id("tests"), words.tests, markup`${note}${tests}`)}${part("segment", words.bySegment)}${part("year", words.byYearCells)}`;
}

function testsTable(site: Site, {tests}: ValidationFindings): Html {
  const {language} = site;
  const words = LAB[language];
  return dataTable(
    tests.filter(({scope_kind: kind}) => kind === "overall"),
    [
      {heading: words.test, cell: ({test}) => codeName("test", test, language)},
      {heading: words.outcomeOf, cell: ({verdict}) => verdictText(site, verdict)},
      {heading: words.judgedBy, isNumber: true, cell: ({value}) => (value === null ? "" : measured(value))},
      {
        heading: words.statistic,
        isNumber: true,
        cell: ({statistic}) => (statistic === null ? "" : decimal(statistic, 2))
      },
      {heading: words.rule, cell: (row) => ruleText(site, row)},
      {heading: words.power, isNumber: true, cell: ({power}) => (power === null ? "" : percent(power, 0))}
    ],
    {caption: words.tests, mart: martValidationTests.name, isTitled: true}
  );
}

/** The bound that decided: for a pass the one that was kept. */
function ruleText({language}: Site, {bound, threshold}: TestRow): string {
  const text = String(Number(threshold.toPrecision(3)));
  return bound === "at_least" ? LAB[language].atLeast(text) : LAB[language].atMost(text);
}

/** A p-value or a measure; what three decimals cannot show is said to be below them. */
function measured(value: number): string {
  return value > 0 && value < 0.0005 ? "< 0.001" : decimal(value, 3);
}
