import {PAGES, type PageName} from "../components/pages.js";
import {featureTableNames} from "../findings/features.js";
import {experimentPaths} from "../findings/lab.js";
import type {Site} from "../findings/site.js";
import {featureTablePage} from "./features/table.js";
import {experimentPage} from "./model.js";

/** The page of a feature table or of an experiment. Throws where the run has none of that path. */
export function furtherPage(site: Site, path: string): string {
  return experimentPaths(site).includes(path) ? experimentPage(site, path) : featureTablePage(site, path);
}

/** Pages that no navigation names: one for each feature table and each experiment that the edition shows. */
export function furtherPaths(site: Site, drawn: readonly PageName[] = PAGES): readonly string[] {
  return [
    ...(drawn.includes("features") ? featureTableNames(site) : []),
    ...(drawn.includes("model") ? experimentPaths(site) : [])
  ];
}
