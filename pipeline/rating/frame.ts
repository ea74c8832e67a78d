import type {FeatureColumns} from "#models/rating/design.js";
import {partOf, type LabelledRows} from "#models/rating/selectRidge.js";
import {columnOf, numbersOf, type Columns, type VarcharColumn} from "#warehouse/engine/columns.js";
import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";

/** Feature tables, each with the columns that are wanted of it. */
export type FeatureList = readonly {readonly table: string; readonly columns: readonly string[]}[];

/** Obligors at observation dates, sorted by date and obligor, with features and outcomes. */
export interface RatingFrame {
  readonly rowCount: number;
  readonly obligors: VarcharColumn;
  readonly observationDates: Int32Array;
  readonly isInDefault: Uint8Array;
  /** 0 or 1; NaN where the outcome is not known. */
  readonly defaulted: Float64Array;
  readonly features: FeatureColumns;
}

/** Observation dates from `first` to `last` (ISO, both included); where `months` are given, only in these (1 to 12). */
export interface DateRange {
  readonly first: string;
  readonly last: string;
  readonly months?: readonly number[];
}

/** Reads the features that a policy names, for the observation dates of a range. */
export async function ratingFrame(engine: Engine, features: FeatureList, dates: DateRange): Promise<RatingFrame> {
  const columns = await engine.columns(frameSql(features, dates));
  return {
    rowCount: columns.rowCount,
    obligors: columnOf(columns, "obligor_id") as VarcharColumn,
    observationDates: columnOf(columns, "observation_date").values as Int32Array,
    isInDefault: columnOf(columns, "is_in_default").values as Uint8Array,
    defaulted: numbersOf(columns, "defaulted"),
    features: featuresOf(columns, features)
  };
}

/** The rows of a frame that are not in default, whose outcome is known, and for which `isWanted` holds. */
export function sampleOf(
  frame: RatingFrame,
  isWanted: (row: number) => boolean
): LabelledRows & {readonly rows: Uint32Array} {
  const everything: LabelledRows = {
    features: frame.features,
    defaulted: Uint8Array.from(frame.defaulted),
    groups: frame.obligors.values
  };
  return partOf(
    everything,
    (row) => frame.isInDefault[row] === 0 && !Number.isNaN(frame.defaulted[row]) && isWanted(row)
  );
}

function featuresOf(columns: Columns, features: FeatureList): FeatureColumns {
  const names = features.flatMap(({columns: wanted}) => wanted);
  return new Map(names.map((name) => [name, numbersOf(columns, name)]));
}

function frameSql(features: FeatureList, {first, last, months}: DateRange): string {
  const picked = features.flatMap(({table, columns}) =>
    columns.map((column) => `${identifier(table)}.${identifier(column)}`)
  );
  const joins = features.map(({table}) => {
    const name = identifier(table);
    return `left join ${name} on frame.obligor_id = ${name}.obligor_id and frame.observation_date = ${name}.observation_date`;
  });
  return `
    select frame.obligor_id, frame.observation_date, frame.is_in_default, frame.defaulted, ${picked.join(", ")}
    from target_default as frame
    ${joins.join("\n")}
    where frame.observation_date between date ${literal(first)} and date ${literal(last)}
    ${months === undefined ? "" : `and month(frame.observation_date) in (${months.join(", ")})`}
    order by frame.observation_date, frame.obligor_id`;
}
