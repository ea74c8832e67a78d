import type {Audience} from "#warehouse/contract.js";
import {pagesFor} from "#src/components/pages.js";
import {LANGUAGES} from "#src/format/language.js";

const pages = pagesFor((process.env.LOANSCAPE_AUDIENCE ?? "risk") as Audience);

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
