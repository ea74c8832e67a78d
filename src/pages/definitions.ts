import {columnsFor, type TableContract} from "#warehouse/contract.js";
import {DEFINITIONS, type DefinitionId} from "#warehouse/definitions.js";
import {MARTS} from "#warehouse/marts/index.js";
import {markup, type Html} from "../components/html.js";
import {page} from "../components/page.js";
import type {Site} from "../findings/site.js";
import {decimal} from "../format/number.js";
import {typeset} from "../i18n/typeset.js";
import {WORDS} from "../i18n/words.js";

/** What every figure means and where it is held; every figure of the site links here. */
export function definitionsPage(site: Site): string {
  const words = WORDS[site.language];
  return page(site, {
    name: "definitions",
    heading: words.definitionsHeading,
    lead: words.definitionsLead,
    script: "tables",
    body: markup`<section aria-labelledby="figures"><h2 id="figures">${words.figures}</h2><dl class="definitions">${visible(site).map((id) => entry(site, id))}</dl></section>
      <section aria-labelledby="tables"><h2 id="tables">${words.tables}</h2>${told(site).map((mart) => tableEntry(site, mart))}</section>`
  });
}

/** Tables of which the audience may see something. */
function told({audience}: Site): TableContract[] {
  return MARTS.filter((mart) => columnsFor(mart, audience).length > 0);
}

/** Definitions of the columns that the audience may see and of what is computed from them, in the order in which they are written. */
function visible(site: Site): DefinitionId[] {
  const used = new Set(
    MARTS.flatMap((mart) => columnsFor(mart, site.audience).map((name) => mart.columns[name]!.definition))
  );
  const columned = new Set(MARTS.flatMap((mart) => Object.values(mart.columns).map(({definition}) => definition)));
  return (Object.keys(DEFINITIONS) as DefinitionId[]).filter((id) => used.has(id) || !columned.has(id));
}

function entry(site: Site, id: DefinitionId): Html {
  const {title, meaning} = DEFINITIONS[id];
  const held = MARTS.flatMap((mart) =>
    columnsFor(mart, site.audience)
      .filter((name) => mart.columns[name]!.definition === id)
      .map((name) => markup`<a href="#table-${mart.name}"><code>${mart.name}.${name}</code></a> `)
  );
  return markup`<div id="${id}"><dt>${typeset(title, site.language)}</dt><dd>${typeset(meaning, site.language)}</dd>${held.length > 0 ? markup`<dd class="held"><span class="muted">${WORDS[site.language].usedIn}</span> ${held}</dd>` : null}</div>`;
}

function tableEntry(site: Site, mart: TableContract): Html {
  const words = WORDS[site.language];
  const published = site.manifest.marts[mart.name];
  const columns = columnsFor(mart, site.audience);
  return markup`<article class="card table-entry" id="table-${mart.name}" data-mart="${mart.name}"><h3 id="about-${mart.name}">${typeset(mart.about, site.language)}</h3><p><code>${mart.name}</code> · ${decimal(published?.rows ?? 0)} ${words.rows} · ${words.grain} ${mart.grain.map((name) => markup`<code>${name}</code> `)}</p><p class="hash">${words.contentHash} <code>${published?.sha256 ?? ""}</code></p><ul class="columns">${columns.map(
    (name) =>
      markup`<li><code>${name}</code> <a href="#${mart.columns[name]!.definition!}">${typeset(mart.columns[name]!.about, site.language)}</a></li>`
  )}</ul><details><summary>${words.madeBy}</summary><pre tabindex="0" aria-label="${words.madeBy}: ${mart.name}"><code>${(published?.sql ?? "").trim()}</code></pre></details></article>`;
}
