import {Option, type Command} from "commander";
import {describeFeatures, driftFeatures, profileFeatures} from "#pipeline/featureCatalogue.js";
import {describedText, driftText, profileText, type TextLanguage} from "../featureTexts.js";
import {addSettings, perform} from "../options.js";

interface OfSource {
  readonly source: string;
}

const WHAT = "a table, table.column, or a column; every feature where it is left out";

/** What the features are, how they are spread, and how that moved. */
export function addFeatures(program: Command): void {
  const group = program.command("features").description("features: describe, profile, drift");
  addDescribe(group);
  addProfile(group);
  addDrift(group);
}

function addDescribe(group: Command): void {
  const command = group
    .command("describe")
    .argument("[name]", WHAT)
    .description("definition, unit, source, direction, and what no value means, as the contracts say")
    .addOption(new Option("--lang <language>", "language of the definitions").choices(["en", "zh"]).default("en"))
    .option("--json", "one JSON document on stdout");
  command.action((name: string | undefined, {lang}: {readonly lang: TextLanguage}) =>
    perform(
      command,
      () => describeFeatures(name),
      (found) => describedText(found, lang)
    )
  );
}

function addProfile(group: Command): void {
  const command = ofSource(
    group
      .command("profile")
      .argument("[name]", WHAT)
      .description("spread, missing values and information value of features, in the warehouse of the last run")
  );
  command.action((name: string | undefined, {source: sourceId}: OfSource) =>
    perform(command, (task) => profileFeatures({...task, sourceId, name}), profileText)
  );
}

function addDrift(group: Command): void {
  const command = ofSource(
    group
      .command("drift")
      .argument("[name]", WHAT)
      .description("how the spread of features moved from the first date on which enough was known")
      .addOption(new Option("--by <period>", "dates to compare").choices(["year", "month"]).default("year"))
  );
  command.action((name: string | undefined, {source: sourceId, by}: OfSource & {readonly by: "year" | "month"}) =>
    perform(command, (task) => driftFeatures({...task, sourceId, name, by}), driftText)
  );
}

function ofSource(command: Command): Command {
  command.option("--source <id>", "demo, cumcm2020c, american-bankruptcy, or the YAML file of a source", "demo");
  return addSettings(command, ["state", "threads", "memory_limit"]);
}
