import {martExperiments} from "#warehouse/marts/mart_experiments.js";
import {countOf} from "../components/figure.js";
import {page} from "../components/page.js";
import {experimentRows, orderingOf} from "../findings/lab.js";
import type {Site} from "../findings/site.js";
import {LAB} from "../i18n/lab/words.js";
import {LAB_SENTENCES} from "../i18n/sentences/lab.js";
import {everyExperiment} from "./experiments/every.js";
import {emptyPage, joined} from "./shared/lab.js";

/** Every experiment of the source, with what was measured of it. */
export function experimentsPage(site: Site): string {
  const words = LAB[site.language];
  const name = "experiments";
  const empty = emptyPage(site, name, words.experimentsHeading);
  if (empty !== null) return empty;
  const rows = experimentRows(site);
  const ordered = rows.flatMap((row) => orderingOf(site, row) ?? []);
  const best = ordered.reduce((a, b) => ((b.auc.value ?? 0) > (a?.auc.value ?? -1) ? b : a), ordered[0] ?? null);
  const champion = ordered.find(({experiment}) => experiment.is_champion) ?? null;
  const say = LAB_SENTENCES[site.language];
  const counted = countOf(site.mart(martExperiments), "experiment_id");
  return page(site, {
    name,
    heading: words.experimentsHeading,
    lead: joined(site, [say.experiments(counted, best, site.reading), say.champion(champion, site.reading)]),
    script: name,
    body: everyExperiment(site, rows)
  });
}
