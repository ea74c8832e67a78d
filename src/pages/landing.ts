import {markup} from "../components/html.js";
import {pagesFor} from "../components/pages.js";
import type {Site} from "../findings/site.js";
import {LANGUAGES, LANGUAGE_TAGS, type Language} from "../format/language.js";
import {WORDS} from "../i18n/words.js";

/** Sends the reader to the default language, and offers both where a browser does not follow. */
export function landingPage(site: Site): string {
  const first = pagesFor(site.audience)[0]!;
  const matter = {
    title: WORDS[site.language].brand,
    head: `<meta http-equiv="refresh" content="0; url=./${site.language}/${first}.html">`,
    keywords: [LANGUAGE_TAGS[site.language]]
  };
  const name = (language: Language) => WORDS[language === "zh" ? "en" : "zh"].otherLanguage;
  const links = LANGUAGES.map(
    (language) =>
      markup`<li><a href="./${language}/${first}" lang="${LANGUAGE_TAGS[language]}">${name(language)}</a></li>`
  );
  const content = markup`<div class="landing"><h1 id="top">${WORDS[site.language].brand}</h1><ul>${links}</ul></div>`;
  const front = Object.entries(matter).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${front.join("\n")}\n---\n\n${content.markup}\n`;
}
