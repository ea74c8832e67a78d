import {martMigration} from "#warehouse/marts/mart_migration.js";
import {markup, type Html} from "../../components/html.js";
import {MigrationTable} from "../../components/MigrationTable.js";
import {Tabs} from "../../components/Tabs.js";
import {migrationFindings, migrationYears, type MigrationFindings} from "../../findings/migration.js";
import {decimal} from "../../format/number.js";
import type {Site} from "../../findings/site.js";
import {day} from "../../format/date.js";
import {memberName} from "../../i18n/members.js";
import {RATINGS} from "../../i18n/sentences/ratings.js";
import {WORDS} from "../../i18n/words.js";

/** The migration matrix of every year, the latest shown first. */
export function migrationSection(site: Site): Html | null {
  const words = WORDS[site.language];
  const years = migrationYears(site);
  const latest = years.at(-1);
  if (latest === undefined) return null;
  const found = years.map((date) => migrationFindings(site, date));
  const scale = new Map(found.flatMap(({rows}) => rows).map((row) => [row.to_grade, row.to_order]));
  for (const {rows} of found) for (const row of rows) scale.set(row.from_grade, row.from_order);
  const grades = [...scale].sort((a, b) => a[1] - b[1]).map(([grade]) => grade);
  const tabs = found.map((findings) => ({
    id: findings.date.slice(5, 7) === "12" ? findings.date.slice(0, 4) : findings.date.slice(0, 7),
    label: findings.date.slice(0, 4),
    content: yearOf(site, findings, grades)
  }));
  return markup`<section class="card" id="migration" data-mart="${martMigration.name}" aria-labelledby="migration-title"><h2 id="migration-title">${words.chartMigration}</h2><p class="muted">${RATINGS[site.language].reading}</p>${Tabs(
    "year",
    words.yearFrom,
    tabs,
    tabs.at(-1)!.id
  )}<p class="proof">${words.source} <a href="./definitions#to_grade">${martMigration.name}</a>, ${decimal(site.mart(martMigration).columns.rowCount)} ${words.rows}</p></section>`;
}

function yearOf(site: Site, findings: MigrationFindings, grades: readonly string[]): Html {
  const {language} = site;
  const words = WORDS[language];
  const label = `${words.chartMigration} · ${day(findings.date, language)}`;
  const table = MigrationTable(
    findings.rows.map((row) => ({from: row.from_grade, to: row.to_grade, obligors: Number(row.obligors)})),
    {
      from: grades.filter((grade) => grade !== "D" && grade !== "left"),
      to: grades,
      nameOf: (grade) => memberName("grade", grade, language),
      words: {caption: label, from: words.fromGrade, to: words.toGrade, total: words.obligors},
      mart: martMigration.name
    }
  );
  return markup`<p class="finding">${RATINGS[language].migration(findings, site.reading)}</p><div class="scroll" tabindex="0" role="region" aria-label="${label}">${table}</div>`;
}
