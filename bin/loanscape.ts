import {Command, CommanderError, Option} from "commander";
import {packageVersion} from "#pipeline/settings/projectFolder.js";
import {addBuild} from "./commands/build.js";
import {addCompare} from "./commands/compare.js";
import {addDemo} from "./commands/demo.js";
import {addForecast} from "./commands/forecast.js";
import {addFeature} from "./commands/feature.js";
import {addFeatures} from "./commands/features.js";
import {addLab} from "./commands/lab.js";
import {addLoad} from "./commands/load.js";
import {addQuarantine} from "./commands/quarantine.js";
import {addMap} from "./commands/map.js";
import {addModels} from "./commands/models.js";
import {addPromote} from "./commands/promote.js";
import {addRun} from "./commands/run.js";
import {addServe} from "./commands/serve.js";
import {addScore} from "./commands/score.js";
import {addStart} from "./commands/start.js";
import {addTrain} from "./commands/train.js";
import {addValidate} from "./commands/validate.js";
import {writeError} from "./outcome.js";

const program = new Command("loanscape")
  .description(
    "Ratings, default probabilities and tiers of a lender's corporate customers, published as a static site."
  )
  .version(packageVersion())
  .addOption(new Option("--config <file>", "settings file").default(undefined, "loanscape.config.yaml"))
  .option("--json", "one JSON document on stdout; progress goes to stderr")
  .showHelpAfterError("(loanscape --help lists the commands)")
  .exitOverride()
  .addHelpText("after", "\nExit codes: 0 done, 1 yours to mend, 2 ours, 130 stopped.");

for (const add of [
  addStart,
  addDemo,
  addMap,
  addLoad,
  addRun,
  addBuild,
  addServe,
  addQuarantine,
  addForecast,
  addFeature,
  addFeatures,
  addTrain,
  addLab,
  addValidate,
  addCompare,
  addPromote,
  addScore,
  addModels
])
  add(program);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 1;
  const isJson = process.argv.includes("--json");
  if (isJson && process.exitCode === 1) writeError("user", error.message.replace(/^error: /, ""));
}
