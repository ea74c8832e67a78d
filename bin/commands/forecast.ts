import type {Command} from "commander";
import {forecastBacktest} from "#pipeline/forecast.js";
import {backtestText} from "../forecastText.js";
import {addSettings, perform} from "../options.js";

/** Projections of cash flow and debt service: how those of past dates fared. */
export function addForecast(program: Command): void {
  const group = program
    .command("forecast")
    .description("cash flow and debt service of the next four quarters: backtest");
  const command = group
    .command("backtest")
    .description("how the projections of past dates compare with what came, by year and quarter ahead")
    .option("--source <id>", "demo, cumcm2020c, american-bankruptcy, or the YAML file of a source", "demo");
  addSettings(command, ["state", "threads", "memory_limit"]);
  command.action(({source: sourceId}: {readonly source: string}) =>
    perform(command, async ({settings}) => await forecastBacktest({sourceId, settings}), backtestText)
  );
}
