import type {TableContract} from "../contract.js";
import {martComposition} from "./mart_composition.js";
import {martGradePerformance} from "./mart_grade_performance.js";
import {martMigration} from "./mart_migration.js";
import {martModels} from "./mart_models.js";
import {martObligors} from "./mart_obligors.js";
import {martPortfolio} from "./mart_portfolio.js";
import {martRunInputs} from "./mart_run_inputs.js";
import {martRunSteps} from "./mart_run_steps.js";
import {martSegments} from "./mart_segments.js";

/** All that the site may see. */
export const MARTS: readonly TableContract[] = [
  martPortfolio,
  martComposition,
  martSegments,
  martMigration,
  martGradePerformance,
  martObligors,
  martModels,
  martRunInputs,
  martRunSteps
];
