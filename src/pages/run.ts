import {columnsFor} from "#warehouse/contract.js";
import {MARTS} from "#warehouse/marts/index.js";
import {martRunInputs} from "#warehouse/marts/mart_run_inputs.js";
import {martRunSteps} from "#warehouse/marts/mart_run_steps.js";
import {dataTable} from "../components/dataTable.js";
import {markup, type Html, type Part} from "../components/html.js";
import {page} from "../components/page.js";
import type {Site} from "../findings/site.js";
import {day} from "../format/date.js";
import {decimal} from "../format/number.js";
import {absenceName, codeName} from "../i18n/members.js";
import {typeset} from "../i18n/typeset.js";
import {WORDS} from "../i18n/words.js";

/** What the run was made from, and how many rows each step wrote. */
export function runPage(site: Site): string {
  const words = WORDS[site.language];
  return page(site, {
    name: "run",
    heading: words.runHeading,
    lead: words.runLead,
    script: "tables",
    body: markup`${facts(site)}${inputs(site)}${steps(site)}${marts(site)}`
  });
}

function facts(site: Site): Html {
  const words = WORDS[site.language];
  const {manifest, language} = site;
  const lacks = manifest.absent.map((absence) => absenceName(absence, language)).join(language === "zh" ? "、" : ", ");
  const entries: readonly (readonly [string, Part])[] = [
    [words.runId, markup`<code>${manifest.runId}</code>`],
    [words.footerSource, typeset(manifest.source.name, language)],
    [words.footerDate, day(manifest.observationDate, language)],
    [words.firstDate, day(manifest.firstObservationDate, language)],
    [words.currency, manifest.currency],
    [words.footerModel, markup`<code>${manifest.modelId ?? words.absent}</code>`],
    [words.footerCode, markup`<code>${manifest.codeVersion}</code>`],
    [words.package, manifest.packageVersion],
    [words.lacks, lacks === "" ? words.nothing : lacks]
  ];
  return markup`<dl class="facts card" data-mart="manifest">${entries.map(([term, fact]) => markup`<div><dt>${term}</dt><dd>${fact}</dd></div>`)}</dl>`;
}

interface InputRow {
  readonly kind: string;
  readonly name: string;
  readonly version: string;
  readonly rows: bigint | null;
}

function inputs(site: Site): Html {
  const words = WORDS[site.language];
  const mart = site.mart(martRunInputs);
  const table = dataTable(
    site.rows<InputRow>(martRunInputs),
    [
      {heading: words.name, cell: ({name}) => markup`<code>${name}</code>`},
      {heading: words.kind, cell: ({kind}) => codeName("inputKind", kind, site.language)},
      {heading: words.version, cell: ({version}) => markup`<code class="hash">${version}</code>`},
      {heading: words.rowCount, isNumber: true, cell: ({rows}) => (rows === null ? "" : decimal(Number(rows)))}
    ],
    {caption: words.inputs, mart: mart.contract.name, isTitled: true}
  );
  return part("inputs", words.inputs, table);
}

interface StepRow {
  readonly step: string;
  readonly table_name: string;
  readonly rows: bigint;
}

function steps(site: Site): Html {
  const words = WORDS[site.language];
  const mart = site.mart(martRunSteps);
  const table = dataTable(
    site.rows<StepRow>(martRunSteps),
    [
      {heading: words.table, cell: ({table_name}) => markup`<code>${table_name}</code>`},
      {heading: words.step, cell: ({step}) => markup`<code>${step}</code>`},
      {heading: words.rowCount, isNumber: true, cell: ({rows}) => decimal(Number(rows))}
    ],
    {caption: words.steps, mart: mart.contract.name, isTitled: true}
  );
  return part("steps", words.steps, table);
}

function marts(site: Site): Html {
  const words = WORDS[site.language];
  const table = dataTable(
    MARTS.filter((mart) => columnsFor(mart, site.audience).length > 0 && site.manifest.marts[mart.name] !== undefined),
    [
      {heading: words.table, cell: ({name}) => markup`<a href="./definitions#table-${name}"><code>${name}</code></a>`},
      {
        heading: words.contentHash,
        cell: ({name}) => markup`<code class="hash">${site.manifest.marts[name]!.sha256}</code>`
      },
      {heading: words.rowCount, isNumber: true, cell: ({name}) => decimal(site.manifest.marts[name]!.rows)}
    ],
    {caption: words.marts, mart: "manifest", isTitled: true}
  );
  return part("marts", words.marts, table);
}

function part(id: string, title: string, table: Html): Html {
  return markup`<section class="card" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2><div class="scroll" tabindex="0" role="region" aria-labelledby="${id}-title">${table}</div></section>`;
}
