import {PAGES} from "#src/components/pages.js";
import {LANGUAGES} from "#src/format/language.js";

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
  dynamicPaths: [...LANGUAGES.flatMap((language) => PAGES.map((page) => `/${language}/${page}`)), "/data/book.arrow"]
};
