import {sourceOf} from "#loaders/source.js";
import {withWarehouse} from "../quarantine/warehouse.js";
import type {Settings} from "../settings/settings.js";
import {fileSamples} from "./fileSamples.js";
import type {Samples} from "./rows.js";
import type {Spec} from "./spec.js";
import {warehouseSamples} from "./warehouseSamples.js";

export interface SampleRequest {
  readonly spec: Spec;
  /** File of the spec, for messages. */
  readonly file: string;
  /** Folder of the files of a population that stands in files; null where none was named. */
  readonly from: string | null;
  readonly settings: Settings;
}

/** Gives `work` the samples of a spec; test rows can be read until it is done. */
export async function withSamples<T>(request: SampleRequest, work: (samples: Samples) => Promise<T>): Promise<T> {
  const {spec, file, from, settings} = request;
  const {population} = spec;
  if (population.from === "files") return await work(await fileSamples(file, population, from));
  sourceOf(population.source);
  return await withWarehouse({sourceId: population.source, settings}, async (engine, source) => {
    return await work(await warehouseSamples(engine, source, file, {...spec, population}));
  });
}
