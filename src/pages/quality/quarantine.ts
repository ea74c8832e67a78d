import {martQuarantineRows} from "#warehouse/marts/mart_quarantine_rows.js";
import {martQuarantineRules} from "#warehouse/marts/mart_quarantine_rules.js";
import {dataTable} from "../../components/dataTable.js";
import {markup, type Html} from "../../components/html.js";
import type {Site} from "../../findings/site.js";
import {decimal} from "../../format/number.js";
import {codeName} from "../../i18n/members.js";
import {WORDS} from "../../i18n/words.js";
import {anchorOf, ruleRows, type RuleRow} from "./anchors.js";
import {scrolling, section} from "./section.js";

interface QuarantinedRow {
  readonly extract: string;
  readonly rule: string;
  readonly source_file: string;
  readonly source_line: bigint;
  readonly column_name: string;
  readonly value: string | null;
}

/** Rows that did not load: by rule for all, and down to file, line and value for those who may see them. */
export function quarantineSection(site: Site): Html {
  const words = WORDS[site.language];
  const rules = ruleRows(site);
  if (rules.length === 0) return section("quarantine", words.quarantine, markup`<p>${words.noQuarantine}</p>`);
  const shown = shownRows(site);
  const note = shown === null ? words.rowsWithheld : words.showsLatest;
  const table = scrolling("quarantine-title", rulesTable(site, rules, shown), rules.length > 20);
  const extracts = [...new Set(rules.map(({extract}) => extract))];
  const rows = shown === null ? null : markup`${extracts.map((extract) => rowsOf(site, extract, shown))}`;
  return section("quarantine", words.quarantine, markup`<p>${note}</p>${table}${rows}`);
}

/** Null where file, line and value are not for this audience. */
function shownRows(site: Site): readonly QuarantinedRow[] | null {
  return site.mart(martQuarantineRows).columns.byName.has("source_line")
    ? site.rows<QuarantinedRow>(martQuarantineRows)
    : null;
}

function rulesTable(site: Site, rules: readonly RuleRow[], shown: readonly QuarantinedRow[] | null): Html {
  const {language} = site;
  const words = WORDS[language];
  const leads = ({extract, rule}: RuleRow) =>
    shown?.some((row) => row.extract === extract && row.rule === rule) === true;
  // Without rows to show, a break still leads to the rules that were broken.
  const isFirst = (row: RuleRow) => rules.find(({extract}) => extract === row.extract) === row;
  return dataTable(
    rules,
    [
      {
        heading: words.extract,
        cell: (row) => {
          const name = codeName("extract", row.extract, language);
          return shown === null && isFirst(row) ? markup`<span id="${anchorOf(row.extract)}">${name}</span>` : name;
        }
      },
      {
        heading: words.rule,
        cell: (row) => {
          const name = codeName("rule", row.rule, language);
          return leads(row) ? markup`<a href="#${anchorOf(row.extract, row.rule)}">${name}</a>` : name;
        }
      },
      {heading: words.column, cell: ({column_name: column}) => (column === "" ? "" : markup`<code>${column}</code>`)},
      {heading: words.rowCount, isNumber: true, cell: ({rows}) => decimal(Number(rows))},
      {heading: words.replayed, isNumber: true, cell: ({replayed}) => decimal(Number(replayed))},
      {heading: words.batch, isNumber: true, cell: ({latest_batch: batch}) => String(batch)}
    ],
    {caption: words.quarantine, mart: martQuarantineRules.name, isTitled: true}
  );
}

/** The rows of an extract, folded away; a link to the extract or to one of its rules unfolds them. */
function rowsOf(site: Site, extract: string, shown: readonly QuarantinedRow[]): Html {
  const {language} = site;
  const words = WORDS[language];
  const id = anchorOf(extract);
  const name = codeName("extract", extract, language);
  const rows = shown.filter((row) => row.extract === extract);
  const isFirst = (row: QuarantinedRow) => rows.find(({rule}) => rule === row.rule) === row;
  const table = dataTable(
    rows,
    [
      {
        heading: words.rule,
        cell: (row) => {
          const name = codeName("rule", row.rule, language);
          return isFirst(row) ? markup`<span id="${anchorOf(extract, row.rule)}">${name}</span>` : name;
        }
      },
      {heading: words.file, cell: ({source_file: file}) => markup`<code>${file}</code>`},
      {heading: words.line, isNumber: true, cell: ({source_line: line}) => String(line)},
      {heading: words.column, cell: ({column_name: column}) => (column === "" ? "" : markup`<code>${column}</code>`)},
      {heading: words.value, cell: ({value}) => (value === null ? "" : markup`<code class="hash">${value}</code>`)}
    ],
    {
      caption: `${words.quarantine}${language === "zh" ? "：" : ": "}${name}`,
      mart: martQuarantineRows.name,
      isTitled: true
    }
  );
  return markup`<details><summary id="${id}-title">${name}</summary><div class="unfolded" id="${id}">${scrolling(`${id}-title`, table, true)}</div></details>`;
}
