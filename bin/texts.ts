import type {Measure, RunSummary, SiteSummary} from "#pipeline/results.js";
import {count} from "./count.js";

/** What a run came to, in lines that a person reads. */
export function runText({source, observationDate, rated, load, measures, runId, steps}: RunSummary): string {
  const rejected = load.tables.reduce((total, {quarantined}) => total + quarantined, 0);
  const loaded = load.tables.map(({extract, loaded: rows}) => `${extract} ${count(rows)}`);
  const seconds = steps.reduce((total, {milliseconds}) => total + milliseconds, 0) / 1000;
  return [
    `Run ${runId} of ${source}, observed on ${observationDate}, ${seconds.toFixed(1)} s.`,
    `Rows loaded: ${loaded.join(", ")}; ${count(rejected)} in quarantine.`,
    `Graded ${count(rated.latest)} obligors on ${observationDate}, and ${count(rated.inAll)} obligor dates in all.`,
    ...measures.filter(({metric}) => metric.endsWith("auc")).map(aucText)
  ].join("\n");
}

function aucText({split, metric, value, lower, upper, observations, events}: Measure): string {
  const what = metric === "true_pd_auc" ? "AUC of the true PD" : "AUC of the fitted PD";
  const interval = `95 % interval ${lower!.toFixed(3)} to ${upper!.toFixed(3)}`;
  return `${what}, ${SPLITS[split] ?? split}: ${value.toFixed(3)} (${interval}; ${count(observations)} observations, ${count(events)} defaults).`;
}

const SPLITS: Readonly<Record<string, string>> = {
  train: "on the training sample",
  test: "out of time",
  cross_validation: "cross-validated"
};

/** Where the sites are. */
export function sitesText(sites: readonly SiteSummary[]): string {
  return sites.map(({audience, current}) => `Site for ${audience}: ${current}`).join("\n");
}
