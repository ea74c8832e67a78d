import type {Html} from "../../components/html.js";
import type {ExperimentRow} from "../../findings/lab.js";
import {seriesOf} from "../../findings/labCharts.js";
import type {Site} from "../../findings/site.js";
import {rankCharts} from "../shared/rankCharts.js";

/** How the experiment orders and levels; nothing where it left no predictions. */
export function chartsSection(site: Site, {experiment_id: id}: ExperimentRow): Html | null {
  const found = seriesOf(site, [id]);
  return found === null ? null : rankCharts(site, {...found, roleOf: () => "first"});
}
