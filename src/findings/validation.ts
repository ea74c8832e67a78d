import {martExperiments} from "#warehouse/marts/mart_experiments.js";
import {martValidationCells} from "#warehouse/marts/mart_validation_cells.js";
import {martValidationTests} from "#warehouse/marts/mart_validation_tests.js";
import {countOf, type Figure} from "../components/figure.js";
import {experimentRows, type ExperimentRow} from "./lab.js";
import type {Site} from "./site.js";

export interface CellRow {
  readonly experiment_id: string;
  readonly scope_kind: string;
  readonly scope: string;
  readonly scope_order: number;
  readonly observations: bigint;
  readonly defaults: bigint;
  readonly mean_pd: number;
  readonly odr: number;
  readonly auc: number | null;
  readonly auc_lower: number | null;
  readonly auc_upper: number | null;
  readonly verdict: string | null;
}

export interface TestRow {
  readonly experiment_id: string;
  readonly scope_kind: string;
  readonly scope: string;
  readonly test: string;
  readonly test_order: number;
  readonly statistic: number | null;
  readonly value: number | null;
  readonly bound: string;
  readonly threshold: number;
  readonly power: number | null;
  readonly verdict: string;
}

export interface ValidationFindings {
  readonly experiment: ExperimentRow;
  readonly cells: readonly CellRow[];
  readonly tests: readonly TestRow[];
  /** Tests over all rows, by their verdict. */
  readonly counts: Readonly<Record<"pass" | "watch" | "fail" | "not_enough_data", Figure>>;
}

/** How many experiments were validated, and with which verdict. */
export interface ValidatedCounts {
  readonly all: Figure;
  readonly pass: Figure;
  readonly watch: Figure;
  readonly fail: Figure;
}

export function validatedCounts(site: Site): ValidatedCounts {
  const mart = site.mart(martExperiments);
  const counted = (verdict: string) => countOf(mart, "verdict", {verdict});
  return {all: countOf(mart, "experiment_id"), pass: counted("pass"), watch: counted("watch"), fail: counted("fail")};
}

/** Validations that the page shows. */
const SHOWN = 4;

/** The latest validations, that of the champion first. */
export function validations(site: Site): ValidationFindings[] {
  const validated = experimentRows(site).filter(({verdict}) => verdict !== null);
  const champions = validated.filter(({is_champion: isChampion}) => isChampion);
  const others = validated.filter(({is_champion: isChampion}) => !isChampion);
  return [...champions, ...others].slice(0, SHOWN).map((experiment) => {
    const {experiment_id: id} = experiment;
    const counted = (verdict: string) =>
      countOf(site.mart(martValidationTests), "verdict", {experiment_id: id, scope_kind: "overall", verdict});
    return {
      experiment,
      cells: site.rows<CellRow>(martValidationCells).filter((row) => row.experiment_id === id),
      tests: site.rows<TestRow>(martValidationTests).filter((row) => row.experiment_id === id),
      counts: {
        pass: counted("pass"),
        watch: counted("watch"),
        fail: counted("fail"),
        not_enough_data: counted("not_enough_data")
      }
    };
  });
}
