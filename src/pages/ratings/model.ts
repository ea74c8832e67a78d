import {martModels} from "#warehouse/marts/mart_models.js";
import {chartCard, HALF} from "../../components/chartCard.js";
import {MeasureRanges} from "../../components/charts/MeasureRanges.js";
import {dataTable} from "../../components/dataTable.js";
import {figureOf} from "../../components/figure.js";
import {markup, type Html} from "../../components/html.js";
import type {Site} from "../../findings/site.js";
import {decimal} from "../../format/number.js";
import {codeName} from "../../i18n/members.js";
import {RATINGS, type ModelFinding} from "../../i18n/sentences/ratings.js";
import {WORDS} from "../../i18n/words.js";

interface ModelRow {
  readonly model_id: string;
  readonly split: string;
  readonly metric: string;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly observations: bigint;
  readonly events: bigint;
}

/** Samples that the model has not seen, the most telling first. */
const TELLING = ["out_of_time", "test", "cross_validation", "out_of_sample", "validation"];

/** How well the PD model orders obligors, by sample. */
export function modelSection(site: Site): Html {
  const {language} = site;
  const words = WORDS[language];
  const mart = site.mart(martModels);
  const shown = site.rows<ModelRow>(martModels).filter(({model_id}) => model_id === site.manifest.modelId);
  const aucs = shown.filter(({metric}) => metric === "auc");
  const telling = tellingOf(aucs);
  const best = shown.find(({metric, split}) => metric === "true_pd_auc" && split === telling?.split);
  if (telling === undefined)
    return markup`<section class="card"><h2 id="model-title">${words.chartAuc}</h2><p>${words.noModel}</p></section>`;
  const bound = (value: number | null) => (value === null ? "" : decimal(value, 3));
  const table = dataTable(
    shown,
    [
      {heading: words.metric, cell: ({metric}) => codeName("metric", metric, language)},
      {heading: words.sample, cell: ({split}) => codeName("split", split, language)},
      {heading: words.value, isNumber: true, cell: ({value}) => decimal(value, 3)},
      {
        heading: words.interval,
        isNumber: true,
        cell: ({lower, upper}) => (lower === null ? words.absent : `${bound(lower)} – ${bound(upper)}`)
      },
      {heading: words.observations, isNumber: true, cell: ({observations}) => decimal(Number(observations))},
      {heading: words.defaults, isNumber: true, cell: ({events}) => decimal(Number(events))}
    ],
    {caption: words.modelFigures, mart: mart.contract.name}
  );
  return chartCard(site, {
    id: "chart-auc",
    title: words.chartAuc,
    caption: RATINGS[language].model(finding(site, telling, best), site.reading),
    mart,
    definition: "metric_value",
    widths: HALF,
    draw: (options) =>
      MeasureRanges(
        aucs.map(({split, value, lower, upper}) => ({label: codeName("split", split, language), value, lower, upper})),
        {...options, best: best?.value ?? null, labels: {best: words.bestAuc}}
      ),
    table
  });
}

function tellingOf(aucs: readonly ModelRow[]): ModelRow | undefined {
  return TELLING.map((split) => aucs.find((row) => row.split === split)).find((row) => row !== undefined) ?? aucs[0];
}

function finding(site: Site, telling: ModelRow, best: ModelRow | undefined): ModelFinding {
  const at = ({model_id, split, metric}: ModelRow, column: string) =>
    figureOf(site.mart(martModels), column, {model_id, split, metric});
  return {
    split: telling.split,
    auc: at(telling, "value"),
    lower: at(telling, "lower"),
    upper: at(telling, "upper"),
    best: best === undefined ? null : at(best, "value")
  };
}
