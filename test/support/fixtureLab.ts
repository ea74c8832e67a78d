import {binNumeric} from "#models/binning/binNumeric.js";
import type {NumericBins} from "#models/binning/woeBins.js";
import {masterScale} from "#models/rating/masterScale.js";
import type {Scorecard} from "#models/scorecard/scorecard.js";
import {validate} from "#models/validation/validate.js";
import type {Rule} from "#models/validation/verdict.js";
import {curveRows, groupRows, spreadRows} from "#pipeline/experiments/charts.js";
import {moveRows, pairRow, sharedRows, type Predicted} from "#pipeline/experiments/pairs.js";
import {partOf, type KeptSample, type Predictions} from "#pipeline/experiments/predictions.js";
import {binRows, characteristicRows, selectionRows} from "#pipeline/experiments/terms.js";
import {cellRows, testRows} from "#pipeline/experiments/validation.js";
import {yearRows} from "#pipeline/experiments/years.js";
import {sampleFigures} from "#pipeline/lab/figures.js";
import {epochDays} from "#warehouse/engine/columns.js";
import {GRADES, uniform, type BankKind} from "./fixtureBook.js";
import type {Row} from "./fixtureSnapshot.js";

const OBLIGORS = 600;
const YEARS = ["2018-12-31", "2019-12-31", "2020-12-31", "2021-12-31", "2022-12-31"];
const VALIDATED_FROM = 3;

/** Experiments of the worsening bank, oldest first; the noise in the log odds is what a model does not know. */
const EXPERIMENTS = [
  {id: "fixture-logistic-0a1b2c3d4e5f", model: "fixture-logistic", method: "logistic", noise: 2.2},
  {id: "fixture-card-1b2c3d4e5f60", model: "fixture-card", method: "scorecard", noise: 0.8},
  {id: "fixture-card-2c3d4e5f6071", model: "fixture-card", method: "scorecard", noise: 0.9}
] as const;

/** The one that the worsening bank has promoted and validated. */
export const CHAMPION = EXPERIMENTS[1].id;

const RULES: readonly Rule[] = [
  {test: "auc_pd", bound: "at_least", watch: 0.7, fail: 0.6, minimumEvents: 10, text: "auc_pd"},
  {test: "jeffreys", bound: "at_least", watch: 0.05, fail: 0.01, minimumPower: 0.2, text: "jeffreys"},
  {test: "odr_to_pd", bound: "at_most", watch: 0.8, fail: 3, text: "odr_to_pd"},
  {test: "auc_loss_pd", bound: "at_least", watch: 0.05, fail: 0.01, text: "auc_loss_pd"}
];

/** The rows of the marts of the lab: three experiments in the worsening bank, one in the improving one, none in the others. */
export function fixtureLab(kind: BankKind): Readonly<Record<string, readonly Row[]>> {
  if (kind !== "worsening" && kind !== "improving") return {};
  const isFull = kind === "worsening";
  const shown = isFull ? EXPERIMENTS : EXPERIMENTS.slice(0, 1);
  const predicted = shown.map((experiment, place): Predicted => ({
    id: experiment.id,
    samples: samplesOf(experiment.noise, place)
  }));
  const scale = masterScale(GRADES.map(({label, upper}) => ({label, upperPd: upper})));
  const pairs = predicted.flatMap((first, place) =>
    predicted
      .slice(place + 1)
      .map((second) => ({key: {first_id: first.id, second_id: second.id}, shared: sharedRows(first, second)!}))
  );
  const card = scorecard();
  const cards = shown.filter(({method}) => method === "scorecard");
  const report = isFull ? reportOf(predicted[1]!.samples.get("validation")!) : null;
  const charts = <R>(rows: (key: {experiment_id: string; sample: KeptSample}, part: Predictions) => R[]) =>
    predicted.flatMap(({id, samples}) =>
      [...samples].flatMap(([sample, part]) => rows({experiment_id: id, sample}, part))
    );
  return {
    mart_experiments: shown.map((experiment, order) => ({
      experiment_id: experiment.id,
      experiment_order: order,
      model: experiment.model,
      title_en: `Fixture, ${experiment.method}`,
      title_zh: "示例模型",
      purpose_en: "12-month default of corporates",
      purpose_zh: "公司客户12个月违约",
      method: experiment.method,
      options: "ridge 10",
      trained_date: `2026-01-0${order + 1}`,
      first_date: YEARS[0]!,
      last_date: YEARS[VALIDATED_FROM - 1]!,
      features: 2,
      seed: 1,
      spec_hash: "5".repeat(64),
      data_hash: "d".repeat(64),
      model_hash: "e".repeat(64),
      code_version: "c0de".repeat(10),
      fold_deviation: 0.012,
      is_champion: isFull && experiment.id === CHAMPION,
      verdict: experiment.id === CHAMPION && report !== null ? report.overall.verdict!.outcome : null,
      base_points: experiment.method === "scorecard" ? 512 : null,
      pdo: experiment.method === "scorecard" ? 20 : null,
      base_score: experiment.method === "scorecard" ? 600 : null,
      base_odds: experiment.method === "scorecard" ? 50 : null
    })),
    mart_experiment_figures: predicted.flatMap(({id, samples}) =>
      [...samples].flatMap(([sample, {pd, defaulted}]) => {
        const measured = sampleFigures(sample, pd, defaulted);
        return measured.figures.map((figure) => ({
          experiment_id: id,
          sample,
          ...figure,
          observations: measured.observations,
          defaults: measured.events
        }));
      })
    ),
    mart_experiment_tuning: shown.slice(0, 1).flatMap(({id}) => [
      {
        experiment_id: id,
        rung: 0,
        candidate: 0,
        obligor_share: 0.5,
        options: "ridge 1",
        loss: 0.1812,
        is_winner: false
      },
      {
        experiment_id: id,
        rung: 0,
        candidate: 1,
        obligor_share: 0.5,
        options: "ridge 10",
        loss: 0.1743,
        is_winner: false
      },
      {experiment_id: id, rung: 1, candidate: 1, obligor_share: 1, options: "ridge 10", loss: 0.1719, is_winner: true}
    ]),
    mart_experiment_exclusions: shown.flatMap(({id}) => [
      {experiment_id: id, reason: "in default already", rows: 41},
      {experiment_id: id, reason: "outcome not known", rows: 0}
    ]),
    mart_experiment_selection: cards.flatMap(({id}) => selectionRows(id, card)),
    mart_characteristics: shown.flatMap(({id, method}) => termRows(id, method, card)),
    mart_characteristic_bins: cards.flatMap(({id}) => binRows(id, card)),
    mart_bin_stability: cards.flatMap(({id}) => stabilityRows(id, card)),
    mart_experiment_curves: charts(curveRows),
    mart_experiment_groups: charts(groupRows),
    mart_experiment_spread: charts(spreadRows),
    mart_experiment_years: predicted.flatMap(({id, samples}) => yearRows(id, samples)),
    mart_model_pairs: pairs.map(({key, shared}) => pairRow(key, shared, scale)),
    mart_model_moves: pairs.flatMap(({key, shared}) =>
      moveRows(key, shared, scale).map(({obligor_id: id, ...row}) => ({...row, pseudonym: `P-${id.padStart(12, "0")}`}))
    ),
    mart_validation_cells: report === null ? [] : cellRows(CHAMPION, report),
    mart_validation_tests: report === null ? [] : testRows(CHAMPION, report)
  };
}

/** What each model says of the same obligors and years: the truth, and a noise of its own. */
function samplesOf(noise: number, place: number): ReadonlyMap<KeptSample, Predictions> {
  const count = OBLIGORS * YEARS.length;
  const truth = Float64Array.from(
    {length: count},
    (_, row) => -3.4 + 3.2 * (uniform(row, 301) + uniform(row, 302) - 1)
  );
  const all: Predictions = {
    names: Array.from({length: count}, (_, row) => String(row % OBLIGORS)),
    days: Int32Array.from({length: count}, (_, row) => epochDays(YEARS[Math.floor(row / OBLIGORS)]!)),
    defaulted: Uint8Array.from(truth, (odds, row) => (uniform(row, 303) < 1 / (1 + Math.exp(-odds)) ? 1 : 0)),
    pd: truth.map((odds, row) => 1 / (1 + Math.exp(-odds - noise * (uniform(row, 310 + place) - 0.5) * 2)))
  };
  const from = epochDays(YEARS[VALIDATED_FROM]!);
  return new Map([
    ["cross_validation", partOf(all, (row) => all.days[row]! < from)],
    ["validation", partOf(all, (row) => all.days[row]! >= from)]
  ]);
}

function reportOf({pd, defaulted, names, days}: Predictions) {
  return validate(
    {
      pd,
      defaulted,
      group: Uint32Array.from(names, Number),
      date: days,
      segment: Uint8Array.from(names, (name) => Number(name) % 2)
    },
    {rules: RULES, segments: ["C", "E"], minimumEvents: 10}
  );
}

const FEATURES = ["leverage_ratio", "sales_growth_rate"] as const;

function valuesOf(place: number): {values: Float64Array; defaulted: Uint8Array} {
  const values = Float64Array.from({length: 2000}, (_, row) =>
    uniform(row, 400 + place) < 0.05 ? NaN : uniform(row, 410 + place)
  );
  const risk = (value: number) => (Number.isNaN(value) ? 0.06 : 0.01 + 0.12 * (place === 0 ? value : 1 - value));
  return {
    values,
    defaulted: Uint8Array.from(values, (value, row) => (uniform(row, 420 + place) < risk(value) ? 1 : 0))
  };
}

function scorecard(): Scorecard {
  const characteristics = FEATURES.map((feature, place) => {
    const {values, defaulted} = valuesOf(place);
    const bins = binNumeric(values, defaulted, {maxBins: 4, minEvents: 5}) as NumericBins;
    return {
      feature,
      bins,
      points: bins.bins.map(({woe}) => Math.round(25 * woe)),
      coefficient: -0.9 + place / 10,
      standardError: 0.08,
      pValue: 0.0001,
      vif: 1.2,
      iv: bins.iv
    };
  });
  return {
    kind: "scorecard",
    scaling: {pdo: 20, baseScore: 600, baseOdds: 50},
    basePoints: 512,
    characteristics,
    intercept: -3,
    calibration: {kind: "shift", a: 0},
    floor: 0.0005,
    training: {observations: 2000, events: 140, meanPd: 0.07},
    steps: [],
    fates: [
      {feature: "leverage_ratio", iv: 0.4, fate: "chosen", step: 0},
      {feature: "sales_growth_rate", iv: 0.3, fate: "chosen", step: 1},
      {feature: "total_assets", iv: 0.01, fate: "low_iv", limit: 0.02},
      {feature: "has_negative_equity", iv: 0.2, fate: "correlated", with: "leverage_ratio", value: 0.86, limit: 0.8}
    ]
  };
}

function termRows(id: string, method: string, card: Scorecard): Row[] {
  if (method === "scorecard") return characteristicRows(id, card);
  return FEATURES.map((feature, characteristic_order) => ({
    experiment_id: id,
    feature,
    characteristic_order,
    coefficient: 0.4,
    standard_error: 0.1,
    p_value: null,
    vif: null,
    iv: null
  }));
}

/** Each year as training had it, but for one bin of one year that changed its order. */
function stabilityRows(id: string, {characteristics}: Scorecard): Row[] {
  return characteristics.flatMap(({feature, bins: {bins}}) => {
    const all = bins.reduce((total, {goods, bads}) => total + goods + bads, 0);
    return YEARS.flatMap((date, year) =>
      bins.map(({goods, bads}, bin_order) => ({
        experiment_id: id,
        feature,
        bin_order,
        year: Number(date.slice(0, 4)),
        observations: goods + bads,
        defaults: bads,
        share: (goods + bads) / all,
        odr: goods + bads === 0 ? null : bads / (goods + bads),
        psi: year / 20,
        psi_critical: 0.1,
        is_crossed: year === 2 && bin_order === 1 && feature === "leverage_ratio"
      }))
    );
  });
}
