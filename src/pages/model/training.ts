import {martExperimentExclusions} from "#warehouse/marts/mart_experiment_exclusions.js";
import {martExperimentTuning} from "#warehouse/marts/mart_experiment_tuning.js";
import {dataTable} from "../../components/dataTable.js";
import {markup, type Html, type Part} from "../../components/html.js";
import type {ExperimentRow} from "../../findings/lab.js";
import type {Site} from "../../findings/site.js";
import {decimal, percent} from "../../format/number.js";
import {LAB} from "../../i18n/lab/words.js";
import {codeName} from "../../i18n/members.js";
import {scrolling, section} from "../quality/section.js";

interface TuningRow {
  readonly experiment_id: string;
  readonly rung: number;
  readonly candidate: number;
  readonly obligor_share: number;
  readonly options: string;
  readonly loss: number | null;
  readonly is_winner: boolean;
}

/** How the options were chosen: candidates as rows, rungs as columns. */
export function tuningSection(site: Site, {experiment_id: id}: ExperimentRow): Html {
  const words = LAB[site.language];
  const runs = site.rows<TuningRow>(martExperimentTuning).filter((row) => row.experiment_id === id);
  if (runs.length === 0) return section("tuning", words.tuning, markup`<p>${words.noTuning}</p>`);
  const rungs = [...new Map(runs.map(({rung, obligor_share: share}) => [rung, share]))];
  const candidates = runs.filter(({rung}) => rung === rungs[0]![0]);
  const lossOn = (candidate: number, rung: number): Part => {
    const run = runs.find((row) => row.candidate === candidate && row.rung === rung);
    if (run === undefined) return markup`<span class="muted">${words.notRun}</span>`;
    const loss = run.loss === null ? words.failed : decimal(run.loss, 5);
    return run.is_winner ? markup`<strong>${loss} ${words.winner}</strong>` : loss;
  };
  const table = dataTable(
    candidates,
    [
      {heading: words.candidate, cell: ({options}) => markup`<code>${options}</code>`},
      ...rungs.map(([rung, share]) => ({
        heading: words.rung(percent(share, 0)),
        isNumber: true,
        cell: ({candidate}: TuningRow) => lossOn(candidate, rung)
      }))
    ],
    {caption: words.tuning, mart: martExperimentTuning.name, isTitled: true}
  );
  return section("tuning", words.tuning, markup`<p>${words.tuningNote}</p>${scrolling("tuning-title", table)}`);
}

interface ExclusionRow {
  readonly experiment_id: string;
  readonly reason: string;
  readonly rows: bigint;
}

/** What of the population did not enter the training, so that nothing is dropped in silence. */
export function exclusionsSection(site: Site, {experiment_id: id}: ExperimentRow): Html {
  const words = LAB[site.language];
  const rows = site
    .rows<ExclusionRow>(martExperimentExclusions)
    .filter((row) => row.experiment_id === id && row.rows > 0n);
  if (rows.length === 0) return section("exclusions", words.exclusions, markup`<p>${words.noExclusions}</p>`);
  const table = dataTable(
    rows,
    [
      {heading: words.reason, cell: ({reason}) => codeName("exclusion", reason, site.language)},
      {heading: words.rows, isNumber: true, cell: ({rows: count}) => decimal(Number(count))}
    ],
    {caption: words.exclusions, mart: martExperimentExclusions.name, isTitled: true}
  );
  return section("exclusions", words.exclusions, scrolling("exclusions-title", table));
}
