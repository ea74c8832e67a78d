import {martExperimentFigures} from "#warehouse/marts/mart_experiment_figures.js";
import {martExperiments} from "#warehouse/marts/mart_experiments.js";
import {dataTable} from "../../components/dataTable.js";
import {markup, type Html, type Part} from "../../components/html.js";
import {figuresOf, measured, type ExperimentRow, type FigureRow} from "../../findings/lab.js";
import type {Site} from "../../findings/site.js";
import {decimal} from "../../format/number.js";
import {LAB} from "../../i18n/lab/words.js";
import {codeName} from "../../i18n/members.js";
import {typeset} from "../../i18n/typeset.js";
import {WORDS} from "../../i18n/words.js";
import {scrolling, section} from "../quality/section.js";
import {experimentLink, figureText, verdictText} from "../shared/lab.js";

/** From what the model knows best to what it knows least. */
const SAMPLES = ["train", "cross_validation", "validation", "test", "test_without_copies"];
const METRICS = ["auc", "ks", "brier", "log_loss", "mean_pd", "odr"];

/** Letters of a hash that tell it apart. */
const HASH = 16;

/** What was trained, from what, and with which options. */
export function factsSection(site: Site, row: ExperimentRow): Html {
  const {language} = site;
  const words = LAB[language];
  const hash = (text: string) => markup`<code title="${text}">${text.slice(0, HASH)}</code>`;
  const facts: readonly (readonly [string, Part])[] = [
    [words.ofExperiment, experimentLink(site, row, false)],
    [words.purpose, typeset({en: row.purpose_en, zh: row.purpose_zh}, language)],
    [words.method, codeName("method", row.method, language)],
    [words.options, markup`<code>${row.options}</code>`],
    [words.verdict, verdictText(site, row.verdict)],
    [words.trained, row.trained_date],
    [words.period, row.first_date === null ? WORDS[language].absent : `${row.first_date} – ${row.last_date}`],
    [words.foldDeviation, row.fold_deviation === null ? WORDS[language].absent : decimal(row.fold_deviation, 3)],
    ...scalingOf(site, row),
    [words.seed, String(row.seed)],
    [words.specHash, hash(row.spec_hash)],
    [words.dataHash, hash(row.data_hash)],
    [words.modelHash, hash(row.model_hash)],
    [words.code, hash(row.code_version)]
  ];
  const list = facts.map(([term, fact]) => markup`<div><dt>${term}</dt><dd>${fact}</dd></div>`);
  return section("facts", words.facts, markup`<dl class="facts" data-mart="${martExperiments.name}">${list}</dl>`);
}

function scalingOf({language}: Site, row: ExperimentRow): (readonly [string, Part])[] {
  const words = LAB[language];
  const {base_points: base, pdo, base_score: score, base_odds: odds} = row;
  if (base === null || pdo === null || score === null || odds === null) return [];
  return [
    [words.basePoints, decimal(base)],
    [words.scaling, decimal(pdo)],
    [words.baseScore(decimal(odds)), decimal(score)]
  ];
}

/** Every measure on every sample. */
export function figuresSection(site: Site, row: ExperimentRow): Html {
  const {language} = site;
  const words = LAB[language];
  const rows = figuresOf(site, row);
  const samples = SAMPLES.filter((sample) => rows.some((figure) => figure.sample === sample));
  const at = (sample: string, metric: string) => measured(rows, sample, metric);
  const metrics = METRICS.map((metric) => ({
    heading: codeName("metric", metric, language),
    isNumber: true,
    cell: (sample: string) => figureText(at(sample, metric))
  }));
  const count = (heading: string, value: (figure: FigureRow) => bigint) => ({
    heading,
    isNumber: true,
    cell: (sample: string) => decimal(Number(value(rows.find((figure) => figure.sample === sample)!)))
  });
  const table = dataTable(
    samples,
    [
      {heading: words.sample, cell: (sample) => codeName("split", sample, language)},
      ...metrics,
      count(words.observations, ({observations}) => observations),
      count(words.defaults, ({defaults}) => defaults)
    ],
    {caption: words.figures, mart: martExperimentFigures.name, isTitled: true}
  );
  return section("figures", words.figures, scrolling("figures-title", table));
}
