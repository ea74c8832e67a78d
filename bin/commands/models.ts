import type {Command} from "commander";
import {listExperiments} from "#pipeline/lab/experiments.js";
import {exportSql} from "#pipeline/lab/exportSql.js";
import {modelCard} from "#pipeline/lab/modelCard.js";
import {experimentsText} from "../labTexts.js";
import {addSettings, perform} from "../options.js";

const WHICH = "id of an experiment, its beginning, or the name of a model for its latest";

/** What the registry holds: the list, a model's card, its SQL. */
export function addModels(program: Command): void {
  const group = program.command("models").description("the registry of experiments: list, card, sql");
  const list = group
    .command("list")
    .argument("[model]", "name of a model; all where it is left out")
    .description("experiments by the time of training, and every reading of a test sample");
  addSettings(list, ["state", "policies"]);
  list.action((model: string | undefined) =>
    perform(list, async ({settings}) => listExperiments(settings, model), experimentsText)
  );

  const card = group
    .command("card")
    .argument("<experiment>", WHICH)
    .description("the model card and method paper of an experiment, with figures from the registry, as Markdown");
  addSettings(card, ["state", "policies", "language"]);
  card.action((experiment: string) =>
    perform(
      card,
      async ({settings}) => modelCard(settings, experiment),
      ({text}) => text
    )
  );

  const sql = group
    .command("sql")
    .argument("<experiment>", WHICH)
    .description("a scorecard as one query: points, score, PD and grade, as the run computes them")
    .option("--table <name>", "table that has the features as columns", "features")
    .option("--keys <columns>", "columns that name a row, with commas", "obligor_id,observation_date");
  addSettings(sql, ["state", "policies"]);
  sql.action((experiment: string, {table, keys}: {readonly table: string; readonly keys: string}) =>
    perform(
      sql,
      async ({settings}) => exportSql(settings, experiment, {table, keys: keys.split(",").filter((key) => key !== "")}),
      (found) => found.sql
    )
  );
}
