import type {TableContract} from "../contract.js";
import {martBinStability} from "./mart_bin_stability.js";
import {martCashOutlook} from "./mart_cash_outlook.js";
import {martCashProjections} from "./mart_cash_projections.js";
import {martCharacteristicBins} from "./mart_characteristic_bins.js";
import {martCharacteristics} from "./mart_characteristics.js";
import {martComposition} from "./mart_composition.js";
import {martExperimentCurves} from "./mart_experiment_curves.js";
import {martExperimentExclusions} from "./mart_experiment_exclusions.js";
import {martExperimentFigures} from "./mart_experiment_figures.js";
import {martExperimentGroups} from "./mart_experiment_groups.js";
import {martExperimentSelection} from "./mart_experiment_selection.js";
import {martExperimentSpread} from "./mart_experiment_spread.js";
import {martExperimentTuning} from "./mart_experiment_tuning.js";
import {martExperimentYears} from "./mart_experiment_years.js";
import {martExperiments} from "./mart_experiments.js";
import {martFeatureBins} from "./mart_feature_bins.js";
import {martFeatureHistory} from "./mart_feature_history.js";
import {martFeatureTables} from "./mart_feature_tables.js";
import {martFeatures} from "./mart_features.js";
import {martGradePerformance} from "./mart_grade_performance.js";
import {martMigration} from "./mart_migration.js";
import {martModelMoves} from "./mart_model_moves.js";
import {martModelPairs} from "./mart_model_pairs.js";
import {martModels} from "./mart_models.js";
import {martObligors} from "./mart_obligors.js";
import {martPortfolio} from "./mart_portfolio.js";
import {martProjectionBacktest} from "./mart_projection_backtest.js";
import {martQualityBatches} from "./mart_quality_batches.js";
import {martQualityChecks} from "./mart_quality_checks.js";
import {martQualityControls} from "./mart_quality_controls.js";
import {martQualityScores} from "./mart_quality_scores.js";
import {martQuarantineRows} from "./mart_quarantine_rows.js";
import {martQuarantineRules} from "./mart_quarantine_rules.js";
import {martRunInputs} from "./mart_run_inputs.js";
import {martRunSteps} from "./mart_run_steps.js";
import {martSegments} from "./mart_segments.js";
import {martValidationCells} from "./mart_validation_cells.js";
import {martValidationTests} from "./mart_validation_tests.js";

/** All that the site may see. */
export const MARTS: readonly TableContract[] = [
  martPortfolio,
  martComposition,
  martSegments,
  martMigration,
  martGradePerformance,
  martObligors,
  martModels,
  martExperiments,
  martExperimentFigures,
  martExperimentTuning,
  martExperimentExclusions,
  martExperimentSelection,
  martCharacteristics,
  martCharacteristicBins,
  martBinStability,
  martExperimentCurves,
  martExperimentGroups,
  martExperimentSpread,
  martExperimentYears,
  martModelPairs,
  martModelMoves,
  martValidationTests,
  martValidationCells,
  martCashOutlook,
  martCashProjections,
  martProjectionBacktest,
  martFeatureTables,
  martFeatures,
  martFeatureHistory,
  martFeatureBins,
  martQualityScores,
  martQualityChecks,
  martQualityControls,
  martQualityBatches,
  martQuarantineRules,
  martQuarantineRows,
  martRunInputs,
  martRunSteps
];
