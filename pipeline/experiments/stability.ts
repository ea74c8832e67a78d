import {binIndices} from "#models/binning/binIndices.js";
import {binStability, type BinsAtDate} from "#models/binning/binStability.js";
import type {NumericBins} from "#models/binning/woeBins.js";
import type {Scorecard} from "#models/scorecard/scorecard.js";
import type {Source} from "#loaders/source.js";
import {isoDate} from "#warehouse/engine/columns.js";
import type {Engine} from "#warehouse/engine/engine.js";
import type {LabRows} from "../lab/rows.js";
import type {Spec} from "../lab/spec.js";
import {chosenFeatures} from "../lab/warehouseFeatures.js";
import {warehouseSamples} from "../lab/warehouseSamples.js";

type WarehouseSpec = Spec & {readonly population: Extract<Spec["population"], {from: "warehouse"}>};

/** Below it a crossing of neighbours is more than chance. */
const LEVEL = 0.05;

/** How the bins of a scorecard stood at each yearly date of its training and validation rows. The test rows are not read. */
export async function stabilityRows(engine: Engine, source: Source, id: string, spec: WarehouseSpec, model: Scorecard) {
  const samples = await warehouseSamples(engine, source, id, await withFeaturesOf(id, spec, model));
  const parts = [samples.train, ...(samples.validation === null ? [] : [samples.validation])];
  return model.characteristics.flatMap(({feature, bins}) => {
    if (bins.kind !== "numeric") return [];
    return datesOf(bins, parts, feature).flatMap((date) => dateRows({experiment_id: id, feature}, date));
  });
}

/** The spec confined to what the model reads, at yearly dates. */
async function withFeaturesOf(id: string, spec: WarehouseSpec, model: Scorecard): Promise<WarehouseSpec> {
  const needed = new Set(model.characteristics.map(({feature}) => feature));
  const {list} = await chosenFeatures(id, spec.population);
  const features = list
    .map(({table, columns}) => ({table, columns: columns.filter((column) => needed.has(column))}))
    .filter(({columns}) => columns.length > 0);
  return {...spec, population: {...spec.population, features, drop: [], cohort_months: 12}};
}

function datesOf(bins: NumericBins, parts: readonly LabRows[], feature: string): BinsAtDate[] {
  return parts.flatMap(({features, days, defaulted}) =>
    binStability(bins.bins, binIndices(bins, features.get(feature)!), days, defaulted)
  );
}

function dateRows(key: {readonly experiment_id: string; readonly feature: string}, at: BinsAtDate) {
  const crossed = new Set(
    at.crossings.filter(({pValue}) => pValue < LEVEL).flatMap(({riskier, safer}) => [riskier, safer])
  );
  return at.counts.map(({goods, bads}, bin) => ({
    ...key,
    bin_order: bin,
    year: Number(isoDate(at.date).slice(0, 4)),
    observations: goods + bads,
    defaults: bads,
    share: at.shares[bin]!,
    odr: at.defaultRates[bin]!,
    psi: at.psi ?? null,
    psi_critical: at.critical ?? null,
    is_crossed: crossed.has(bin)
  }));
}
