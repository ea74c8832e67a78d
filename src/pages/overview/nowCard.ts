import {textsOf} from "#warehouse/engine/columns.js";
import {martObligors} from "#warehouse/marts/mart_obligors.js";
import {ACROSS, chartCard} from "../../components/chartCard.js";
import {GradeColumns, type GradeShare} from "../../components/charts/GradeColumns.js";
import {dataTable} from "../../components/dataTable.js";
import type {Html} from "../../components/html.js";
import {gradeCountOf, gradeScale} from "../../findings/book.js";
import type {Site} from "../../findings/site.js";
import {percent} from "../../format/number.js";
import {WORDS} from "../../i18n/words.js";

/** Grades of today and of a year before; a choice redraws it. */
export function nowCard(site: Site): Html {
  const words = WORDS[site.language];
  const mart = site.mart(martObligors);
  const shares = gradeShares(site);
  const table = dataTable(
    shares,
    [
      {heading: words.grade, cell: ({grade}) => grade},
      {heading: words.share, isNumber: true, cell: ({share}) => percent(share)},
      {
        heading: words.yearBefore,
        isNumber: true,
        cell: ({shareBefore}) => (shareBefore === null ? words.absent : percent(shareBefore))
      }
    ],
    {caption: words.chartNow, mart: mart.contract.name}
  );
  return chartCard(site, {
    id: "chart-now",
    title: words.chartNow,
    caption: words.captionNow,
    mart,
    definition: "previous_grade",
    widths: ACROSS,
    draw: (options) =>
      GradeColumns(shares, {...options, gradeCount: gradeCountOf(site), labels: {before: words.yearBefore}}),
    table
  });
}

/** Shares of obligors by grade now, and, a year before, of those among them that were rated then. */
function gradeShares(site: Site): GradeShare[] {
  const {columns} = site.mart(martObligors);
  const now = tally(textsOf(columns, "grade"));
  const before = tally(textsOf(columns, "previous_grade"));
  const share = (counts: Tally, grade: string) => (counts.of.get(grade) ?? 0) / counts.total;
  return gradeScale(site).map(({label, order}) => {
    return {
      grade: label,
      order,
      share: share(now, label),
      shareBefore: before.total === 0 ? null : share(before, label)
    };
  });
}

interface Tally {
  readonly total: number;
  readonly of: ReadonlyMap<string, number>;
}

function tally(grades: readonly (string | null)[]): Tally {
  const of = new Map<string, number>();
  let total = 0;
  for (const grade of grades) {
    if (grade === null) continue;
    of.set(grade, (of.get(grade) ?? 0) + 1);
    total++;
  }
  return {total, of};
}
