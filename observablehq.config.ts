import type {Audience} from "#warehouse/contract.js";
import {pagesFor} from "#src/components/pages.js";
import {featureTableNames} from "#src/findings/features.js";
import {openSite} from "#src/findings/site.js";
import {LANGUAGES} from "#src/format/language.js";

const {LOANSCAPE_SNAPSHOT: snapshot, LOANSCAPE_AUDIENCE: audience = "risk"} = process.env;
const pages = [...pagesFor(audience as Audience), ...(snapshot ? featureTablesOf(snapshot) : [])];

function featureTablesOf(folder: string): readonly string[] {
  return featureTableNames(openSite(folder, audience as Audience, "en"));
}

/** The site that `loanscape publish` builds: everything from this machine, nothing from a network. */
export default {
  root: "src",
  output: "dist",
  style: "style/site.css",
  globalStylesheets: [],
  header: "",
  footer: "",
  pager: false,
  sidebar: false,
  toc: false,
  linkify: false,
  preserveExtension: true,
  interpreters: {".ts": [process.execPath, "--import", "tsx"]},
  dynamicPaths: [...LANGUAGES.flatMap((language) => pages.map((page) => `/${language}/${page}`)), "/data/book.arrow"]
};
