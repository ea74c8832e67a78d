import type {TableContract} from "#warehouse/contract.js";
import type {RunInput} from "#warehouse/manifest.js";
import {heldToContract} from "#warehouse/sqlTable.js";
import {tableColumns} from "../catalogue/tableColumns.js";
import type {RunContext} from "../context.js";
import {championOf} from "../experiments/champion.js";
import {inputOf} from "../experiments/records.js";
import {tablesOf} from "../experiments/tables.js";
import {experimentsIn, registryOf} from "../lab/registry.js";
import {sourceIdOf} from "../lab/sourceId.js";
import type {Settings} from "../settings/settings.js";

/**
 * Writes what pages show of the experiments of the run's source: figures, bins, predictions, tests, and the latest ones side by side.
 * Returns them as inputs of the run. Tables are empty where the registry is.
 */
export async function describeExperiments(context: RunContext, settings: Settings): Promise<RunInput[]> {
  const registry = registryOf(settings);
  const {engine, source, record, progress} = context;
  const own = experimentsIn(registry).filter(
    ({spec: {population}}) => population.from === "warehouse" && sourceIdOf(population.source) === source.id
  );
  const champion = championOf(settings, source);
  progress.line(`${own.length} experiments`);
  for (const [contract, rows] of await tablesOf(context, registry, own, champion)) {
    await engine.write(contract.name, tableColumns(contract, rows as Parameters<typeof tableColumns>[1]));
    record.add("lab", contract.name, await heldToContract(engine, contract as TableContract));
  }
  return own.map((experiment) => inputOf(registry, experiment, experiment.id === champion));
}
