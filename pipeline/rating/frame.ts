import type {FeatureColumns} from "#models/rating/pdModel.js";
import {columnOf, numbersOf, type Column, type Columns} from "#warehouse/engine/columns.js";
import {identifier, literal, type Engine} from "#warehouse/engine/engine.js";
import type {Policy} from "../policy/schemas.js";

type FeatureList = Policy<"rating">["features"];

/** Obligors at observation dates, sorted by date and obligor, with features and outcomes. */
export interface RatingFrame {
  readonly rowCount: number;
  readonly obligors: Column;
  readonly observationDates: Int32Array;
  readonly isInDefault: Uint8Array;
  /** 0 or 1; NaN where the outcome is not known. */
  readonly defaulted: Float64Array;
  readonly features: FeatureColumns;
}

/** Reads the features that a policy names, for the observation dates from `first` to `last` (ISO, both included). */
export async function ratingFrame(
  engine: Engine,
  features: FeatureList,
  {first, last, month}: {first: string; last: string; month?: number}
): Promise<RatingFrame> {
  const columns = await engine.columns(frameSql(features, first, last, month));
  return {
    rowCount: columns.rowCount,
    obligors: columnOf(columns, "obligor_id"),
    observationDates: columnOf(columns, "observation_date").values as Int32Array,
    isInDefault: columnOf(columns, "is_in_default").values as Uint8Array,
    defaulted: numbersOf(columns, "defaulted"),
    features: featuresOf(columns, features)
  };
}

/** The rows of a frame for which `isWanted` holds: features and known outcomes, ready to fit. */
export function sampleOf(frame: RatingFrame, isWanted: (row: number) => boolean) {
  const rows = Uint32Array.from({length: frame.rowCount}, (_, row) => row).filter(
    (row) => frame.isInDefault[row] === 0 && !Number.isNaN(frame.defaulted[row]) && isWanted(row)
  );
  const take = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]!);
  return {
    rows,
    defaulted: Uint8Array.from(rows, (row) => frame.defaulted[row]!),
    features: new Map([...frame.features].map(([name, values]) => [name, take(values)])) as FeatureColumns
  };
}

export type Sample = ReturnType<typeof sampleOf>;

function featuresOf(columns: Columns, features: FeatureList): FeatureColumns {
  const names = features.flatMap(({columns: wanted}) => wanted);
  return new Map(names.map((name) => [name, numbersOf(columns, name)]));
}

function frameSql(features: FeatureList, first: string, last: string, month: number | undefined): string {
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
    ${month === undefined ? "" : `and month(frame.observation_date) = ${month}`}
    order by frame.observation_date, frame.obligor_id`;
}
