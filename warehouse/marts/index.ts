import type {TableContract} from "../contract.js";
import {martComposition} from "./mart_composition.js";
import {martGradePerformance} from "./mart_grade_performance.js";
import {martMigration} from "./mart_migration.js";
import {martModels} from "./mart_models.js";
import {martObligors} from "./mart_obligors.js";
import {martPortfolio} from "./mart_portfolio.js";
import {martQualityBatches} from "./mart_quality_batches.js";
import {martQualityChecks} from "./mart_quality_checks.js";
import {martQualityControls} from "./mart_quality_controls.js";
import {martQualityScores} from "./mart_quality_scores.js";
import {martQuarantineRows} from "./mart_quarantine_rows.js";
import {martQuarantineRules} from "./mart_quarantine_rules.js";
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
  martQualityScores,
  martQualityChecks,
  martQualityControls,
  martQualityBatches,
  martQuarantineRules,
  martQuarantineRows,
  martRunInputs,
  martRunSteps
];
