import type {Audience} from "#warehouse/contract.js";
import {pagesDrawn, showsBook} from "#src/components/pages.js";
import {openSite} from "#src/findings/site.js";
import {LANGUAGES} from "#src/format/language.js";
import {furtherPaths} from "#src/pages/further.js";

const {LOANSCAPE_SNAPSHOT: snapshot, LOANSCAPE_AUDIENCE: audience = "risk"} = process.env;
const readers = audience as Audience;
const drawn = pagesDrawn(readers, process.env);
const pages = [...drawn, ...(snapshot ? furtherPaths(openSite(snapshot, readers, "en"), drawn) : [])];

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
  dynamicPaths: [
    ...LANGUAGES.flatMap((language) => pages.map((page) => `/${language}/${page}`)),
    ...(showsBook(readers) ? ["/data/book.arrow"] : [])
  ]
};
