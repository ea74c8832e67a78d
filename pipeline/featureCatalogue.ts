import {defineTemporaryMacros} from "#warehouse/macros/macros.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {UserError} from "#warehouse/engine/userError.js";
import type {Source} from "#loaders/source.js";
import {chosen} from "./catalogue/choose.js";
import {yearlyDatesOf} from "./catalogue/dates.js";
import {measureSubject, type Measured} from "./catalogue/measure.js";
import {binRows, factsOf, featureRow, historyRows} from "./catalogue/rows.js";
import {subjects, type Feature, type Subject} from "./catalogue/subjects.js";
import type {Progress} from "./progress.js";
import {withWarehouse, type WarehouseRequest} from "./quarantine/warehouse.js";

export type FeatureFactsRow = ReturnType<typeof factsOf>;
export type FeatureProfile = ReturnType<typeof featureRow> & {readonly bins: ReturnType<typeof binRows>};
export type FeatureDrift = FeatureFactsRow & {readonly dates: ReturnType<typeof historyRows>};

export interface CatalogueRequest extends WarehouseRequest {
  /** A table, `table.column` or a column; every feature where there is none. */
  readonly name?: string | undefined;
  readonly progress: Progress;
  readonly signal?: AbortSignal;
}

/** What the contracts say of features; needs no warehouse. */
export async function describeFeatures(name?: string): Promise<{readonly features: readonly FeatureFactsRow[]}> {
  return {features: chosen(await subjects(), name).flatMap(({features}) => features.map(factsOf))};
}

/** How features are spread at the latest date, and how each alone goes with default on the yearly dates of the training sample. */
export async function profileFeatures(
  request: CatalogueRequest
): Promise<{readonly source: string; readonly features: readonly FeatureProfile[]}> {
  return await measured(request, yearlyDatesOf, (feature, found) => ({
    ...featureRow(feature, 0, found),
    bins: found === undefined ? [] : binRows(found)
  }));
}

/** How the spread of features moved from their first year, by year or by month. */
export async function driftFeatures(
  request: CatalogueRequest & {readonly by: "year" | "month"}
): Promise<{readonly source: string; readonly features: readonly FeatureDrift[]}> {
  const datesOf = (source: Source) =>
    request.by === "year" ? yearlyDatesOf(source) : {...yearlyDatesOf(source), month: null};
  return await measured(request, datesOf, (feature, found) => ({
    ...factsOf(feature),
    dates: found === undefined ? [] : historyRows(found)
  }));
}

async function measured<Row>(
  request: CatalogueRequest,
  datesOf: (source: Source) => Parameters<typeof measureSubject>[2],
  rowOf: (feature: Feature, found: Measured | undefined) => Row
): Promise<{readonly source: string; readonly features: readonly Row[]}> {
  const {progress, signal} = request;
  const wanted = chosen(await subjects(), request.name);
  const work = async (engine: Engine, source: Source) => {
    const stop = () => engine.interrupt();
    signal?.addEventListener("abort", stop);
    try {
      await requireBuilt(engine, wanted, request.sourceId);
      await defineTemporaryMacros(engine);
      const features: Row[] = [];
      for (const [index, subject] of wanted.entries()) {
        progress.step(subject.table.contract.name, index, wanted.length);
        const found = await measureSubject(engine, subject, datesOf(source));
        for (const feature of subject.features) {
          features.push(
            rowOf(
              feature,
              found.find((each) => each.feature === feature)
            )
          );
        }
      }
      return {source: source.id, features};
    } finally {
      signal?.removeEventListener("abort", stop);
    }
  };
  try {
    return await withWarehouse(request, work);
  } finally {
    progress.end();
  }
}

/** Throws a UserError when the last run did not build one of the tables, or not all of its columns. */
async function requireBuilt(engine: Engine, wanted: readonly Subject[], source: string): Promise<void> {
  const first = `run "loanscape run --source ${source}" first`;
  const there = await engine.columns(
    "select 1 as one from information_schema.tables where table_name = 'target_default'"
  );
  if (there.rowCount === 0)
    throw new UserError(`the warehouse of ${source} has been loaded and not been run; ${first}`);
  for (const {table, features} of wanted) {
    const {name} = table.contract;
    const found = await engine.columns(
      "select column_name from information_schema.columns where table_name = $name order by 1",
      {name}
    );
    const column = found.byName.get("column_name")!;
    const known = new Set(column.type === "varchar" ? column.dictionary : []);
    const missing = features.find((feature) => !known.has(feature.name));
    if (missing !== undefined) {
      throw new UserError(`the last run of ${source} did not build ${name}.${missing.name}; ${first}`);
    }
  }
}
