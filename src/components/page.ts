import {markup, markupOf, type Html, type Part} from "./html.js";
import {pagesFor, type PageName} from "./pages.js";
import type {Site} from "../findings/site.js";
import {day} from "../format/date.js";
import {LANGUAGE_TAGS} from "../format/language.js";
import {typeset} from "../i18n/typeset.js";
import {WORDS} from "../i18n/words.js";

export interface Page {
  readonly name: PageName;
  /** Where it stands, and its title, where these are not those of the navigation. */
  readonly path?: string;
  readonly title?: string;
  readonly heading: string;
  readonly lead: Part;
  readonly body: Part;
  /** Module of `src/live` that the page loads, without its folder. */
  readonly script?: string;
}

/** A page as Framework's Markdown: front matter, and one block of raw HTML without an empty line. */
export function page(site: Site, {name, path = name, title, heading, lead, body, script}: Page): string {
  const words = WORDS[site.language];
  const content = markup`<div class="page page-${name}">
    <div class="masthead">
      <p class="eyebrow">${words[name]}</p>
      <h1 id="top">${heading}</h1>
      <p class="lead">${lead}</p>
    </div>
    ${body} ${script === undefined ? null : markup`<script type="module" src="../live/page-${script}.js"></script>`}
  </div>`;
  const matter = {
    title: `${title ?? words[name]} · ${typeset(site.manifest.source.name, site.language)} · ${words.brand}`,
    header: singleLine(header(site, name, path)),
    footer: singleLine(footer(site)),
    keywords: [LANGUAGE_TAGS[site.language]]
  };
  const front = Object.entries(matter).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${front.join("\n")}\n---\n\n${singleLine(content)}\n`;
}

/** Markdown ends a raw block at an empty line and reads `\${}` as code. */
function singleLine(part: Html): string {
  return markupOf(part)
    .replace(/\s*[\r\n]\s*/g, "\n")
    .trim()
    .replaceAll("${", "&#36;{");
}

function header(site: Site, current: PageName, path: string): Html {
  const words = WORDS[site.language];
  const other = site.language === "zh" ? "en" : "zh";
  const link = (name: PageName) =>
    markup`<a href="./${name}" ${name === current ? markup` aria-current="page"` : null}>${words[name]}</a>`;
  return markup`<a class="skip" href="#top">${words.skip}</a>
    <div class="bar">
      <a class="brand" href="./${pagesFor(site.audience)[0]!}"
        ><svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <path d="M2 17h16" class="mark-ground"></path>
          <path d="M3 15V9h3v6zM8.5 15V5h3v10zM14 15v-4h3v4z" class="mark"></path></svg
        >${words.brand}</a
      >
      <nav aria-label="${words.nav}">${pagesFor(site.audience).map(link)}</nav>
      <p class="edition">
        <span>${typeset(site.manifest.source.name, site.language)} ·</span>
        <span>${words.audience[site.audience]}</span>
      </p>
      ${site.manifest.source.isSynthetic ? markup`<strong class="synthetic">${words.synthetic}</strong>` : null}
      <a
        class="language"
        href="../${other}/${path}"
        hreflang="${LANGUAGE_TAGS[other]}"
        lang="${LANGUAGE_TAGS[other]}"
        >${words.otherLanguage}</a
      >
    </div>`;
}

function footer(site: Site): Html {
  const words = WORDS[site.language];
  const {manifest, language} = site;
  const extracts = manifest.inputs.filter(({kind}) => kind === "extract").length;
  const facts: readonly (readonly [string, string])[] = [
    [words.footerSource, typeset(manifest.source.name, language)],
    [words.footerDate, day(manifest.observationDate, language)],
    [words.footerRun, manifest.runId],
    [words.footerCode, manifest.codeVersion.slice(0, 12)],
    [words.footerModel, manifest.modelId ?? words.absent],
    [words.footerExtracts, String(extracts)]
  ];
  return markup`<dl data-mart="manifest">
      ${facts.map(
        ([term, fact]) =>
          markup`<div>
            <dt>${term}</dt>
            <dd>${fact}</dd>
          </div>`
      )}
    </dl>
    <p>
      ${manifest.source.isSynthetic ? markup`<strong>${words.synthetic}</strong> · ${words.footerSynthetic} ` : null}<a
        href="./definitions"
        >${words.footerProof}</a
      >
      · <a href="./run">${words.run}</a>
    </p>`;
}
