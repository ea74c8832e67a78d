import {EXTRACTS} from "#loaders/contracts/index.js";
import * as entities from "#loaders/entities/contracts.js";
import type {ColumnContract, TableContract} from "#warehouse/contract.js";
import {DEFINITIONS, type DefinitionId} from "#warehouse/definitions.js";
import * as loading from "#warehouse/loading.js";
import {sqlTablesIn} from "#warehouse/sqlTable.js";

const LAYERS = [
  ["Targets", "../../warehouse/targets/"],
  ["Features", "../../warehouse/features/"],
  ["Book", "../../warehouse/book/"],
  ["Marts", "../../warehouse/marts/"]
] as const;

/** The data dictionary in Markdown: every table that has a contract, from extracts to marts. */
export async function dataDictionary(): Promise<string> {
  const sections = [
    section("Extracts", EXTRACTS),
    section("Books of loading", byName(loading)),
    section("Entities", byName(entities)),
    ...(await Promise.all(
      LAYERS.map(async ([title, folder]) => {
        const tables = await sqlTablesIn(new URL(folder, import.meta.url));
        return section(
          title,
          [...tables.values()].map(({contract}) => contract)
        );
      })
    )),
    definitions()
  ];
  const head = "# Data dictionary\n\nGenerated from the contracts by `npm run docs`; change those, not this file.";
  return `${[head, ...sections].join("\n\n")}\n`;
}

/** The order of a module's exports is not the same everywhere. */
function byName(tables: Readonly<Record<string, TableContract>>): TableContract[] {
  return Object.values(tables).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function section(title: string, tables: readonly TableContract[]): string {
  return [`## ${title}`, ...tables.map(tableText)].join("\n\n");
}

function tableText({name, about, grain, dates, columns}: TableContract): string {
  const facts = [`One row per ${grain.map((key) => `\`${key}\``).join(", ")}.`];
  if (dates !== undefined) {
    const published =
      typeof dates.published === "string" ? `\`${dates.published}\`` : `${dates.published.lagDays} days later`;
    facts.push(`About \`${dates.event}\`, known from ${published}.`);
  }
  return [`### ${name}`, `${about.en} · ${about.zh}`, facts.join(" "), columnTable(columns)].join("\n\n");
}

function columnTable(columns: TableContract["columns"]): string {
  const rows = Object.entries(columns).map(([name, column]) => {
    const {type, unit, about} = column;
    return `| \`${name}\` | ${type} | ${unit} | ${about.en} · ${about.zh} | ${rulesOf(column)} | ${governanceOf(column)} |`;
  });
  return ["| column | type | unit | meaning | rules | governance |", "|---|---|---|---|---|---|", ...rows].join("\n");
}

function rulesOf({nullable, sign, allowed, pattern, references}: ColumnContract): string {
  return [
    nullable ? "may be empty" : "required",
    ...(sign === "any" ? [] : [sign]),
    ...(allowed === undefined ? [] : [`one of ${allowed.map((value) => `\`${value}\``).join(", ")}`]),
    ...(pattern === undefined ? [] : [`matches \`${pattern}\``]),
    ...(references === undefined ? [] : [`found in \`${references}\``])
  ].join("; ");
}

function governanceOf({governance, definition, audiences}: ColumnContract): string {
  if (governance !== undefined) {
    const {purpose, legalBasis, category, retentionMonths, sensitivity} = governance;
    const basis = category === undefined ? legalBasis : `${legalBasis} (\`${category}\`)`;
    return `${purpose}; ${basis}; ${retentionMonths} months; ${sensitivity}`;
  }
  return definition === undefined ? "" : `definition \`${definition}\`; seen by ${audiences?.join(", ") ?? "nobody"}`;
}

function definitions(): string {
  const rows = (Object.keys(DEFINITIONS) as DefinitionId[]).map((id) => {
    const {title, meaning} = DEFINITIONS[id];
    return `| \`${id}\` | ${title.en} · ${title.zh} | ${meaning.en} · ${meaning.zh} |`;
  });
  return ["## Definitions", "| id | title | meaning |\n|---|---|---|", ...rows]
    .join("\n")
    .replace("## Definitions\n", "## Definitions\n\n");
}
