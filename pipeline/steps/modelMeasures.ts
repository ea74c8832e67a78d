import {bigints, columnsFrom, doubles, varchars} from "#warehouse/engine/columns.js";
import {heldToContract} from "#warehouse/sqlTable.js";
import type {RunContext} from "../context.js";
import type {Measure} from "../rating/evaluate.js";
import type {RatedStretch} from "./rate.js";
import {scoreModels} from "../scores/score_models.js";

/** Writes what was measured of the model of each version, and of the truth beside the last one. */
export async function writeMeasures(
  {engine, record}: RunContext,
  versions: readonly RatedStretch[],
  truth: readonly Measure[]
): Promise<void> {
  const last = versions.at(-1)!.modelId;
  const models = new Map(versions.map(({modelId, measures}) => [modelId, measures]));
  const measures = [...models].flatMap(([modelId, own]) => {
    const all = modelId === last ? [...own, ...truth] : own;
    return all.map((measure) => ({...measure, modelId}));
  });
  const numbers = (pick: (measure: Measure) => number | null) =>
    doubles(Float64Array.from(measures, (measure) => pick(measure) ?? NaN));
  await engine.write(
    scoreModels.name,
    columnsFrom({
      model_id: varchars(measures.map(({modelId}) => modelId)),
      split: varchars(measures.map(({split}) => split)),
      metric: varchars(measures.map(({metric}) => metric)),
      value: numbers(({value}) => value),
      lower: numbers(({lower}) => lower),
      upper: numbers(({upper}) => upper),
      observations: bigints(measures.map(({observations}) => observations)),
      events: bigints(measures.map(({events}) => events))
    })
  );
  record.add("ratings", scoreModels.name, await heldToContract(engine, scoreModels));
}
