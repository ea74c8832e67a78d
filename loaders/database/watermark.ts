import {escapeIdentifier, escapeLiteral, type Client} from "pg";
import {UserError} from "#warehouse/engine/userError.js";
import type {DatabaseExtract} from "./schema.js";
import type {Selection} from "./selection.js";

/** The stretch of a watermark that a pull takes. */
export interface Stretch {
  /** SQL that holds for its rows. */
  readonly where: string;
  /** The watermark to go on from; undefined where no row was ever seen, or there is no watermark. */
  readonly until: string | undefined;
  readonly warnings: readonly string[];
}

const COUNTS = ["smallint", "integer", "bigint", "numeric"];
const TIMES = ["date", "timestamp without time zone", "timestamp with time zone"];

/**
 * Rows beyond `after`, up to the highest watermark that is safe to take: a row may be committed up to `lag_seconds` after
 * the time it bears, and younger ones wait. What is young, the server's clock says where the zone of the watermark is
 * known, else the highest watermark there is.
 */
export async function stretchOf(
  client: Client,
  {extract, relation, columns}: Selection,
  settings: DatabaseExtract,
  after: string | undefined
): Promise<Stretch> {
  const {watermark} = settings;
  if (watermark === undefined) return {where: "true", until: undefined, warnings: []};
  const type = orderedType(extract, settings, columns.find(({name}) => name === watermark)?.type);
  const column = escapeIdentifier(watermark);
  const {rows} = await client.query<{until: string | null; has_returned: boolean | null; has_empty: boolean}>({
    name: `watermark ${extract}`,
    text: `select
      greatest(($1::text)::${type}, (${safeUntil(relation, column, type, settings)}))::text as until,
      (select max(${column}) from ${relation}) < ($1::text)::${type} as has_returned,
      exists (select from ${relation} where ${column} is null) as has_empty`,
    values: [after ?? null]
  });
  const {until, has_returned: hasReturned, has_empty: hasEmpty} = rows[0]!;
  if (hasEmpty) {
    throw new UserError(
      `${extract}: rows without ${watermark} would never be pulled; fill it, or pull without a watermark`
    );
  }
  const value = (text: string) => `${escapeLiteral(text)}::${type}`;
  const beyond = after === undefined ? "" : `${column} > ${value(after)} and `;
  return {
    where: until === null ? "false" : `${beyond}${column} <= ${value(until)}`,
    until: until ?? undefined,
    warnings: [
      ...(hasReturned === true
        ? [`${extract}: no ${watermark} is as high as ${after}, which was seen before; was the table filled anew?`]
        : []),
      ...(isGuarded(type, settings)
        ? []
        : [`${extract}: a row whose ${watermark} is passed before it is committed would be missed; state lag_seconds`])
    ]
  };
}

/** The type of a watermark that has an order all can rely on; text has not, since collations differ. */
function orderedType(
  extract: string,
  {watermark, lag_seconds: lag}: DatabaseExtract,
  type: string | undefined
): string {
  if (type === undefined) throw new UserError(`${extract}: there is no column ${watermark}, which watermark names`);
  if (![...COUNTS, ...TIMES].includes(type)) {
    throw new UserError(`${extract}: ${watermark} is ${type}; a watermark is a whole number, a date or a time`);
  }
  if (lag !== undefined && lag > 0 && COUNTS.includes(type)) {
    throw new UserError(`${extract}: ${watermark} is ${type}; lag_seconds needs a date or a time`);
  }
  return type;
}

function isGuarded(type: string, {lag_seconds: lag, time_zone: zone}: DatabaseExtract): boolean {
  return lag !== undefined || (type === "date" && zone !== undefined);
}

/** The select of the highest watermark below which no row is still to be committed. */
function safeUntil(relation: string, column: string, type: string, settings: DatabaseExtract): string {
  const {lag_seconds: lag = 0, time_zone: zone} = settings;
  const highest = `select max(${column}) from ${relation}`;
  const clock = zone === undefined ? null : `transaction_timestamp() at time zone ${escapeLiteral(zone)}`;
  if (type === "date") {
    if (clock !== null) return `${highest} where ${column} < (${clock} - interval '${lag} seconds')::date`;
    return `select max(${column}) - ${Math.ceil(lag / 86_400)} from ${relation}`;
  }
  if (lag === 0) return highest;
  if (type === "timestamp with time zone") {
    return `${highest} where ${column} <= transaction_timestamp() - interval '${lag} seconds'`;
  }
  if (clock !== null) return `${highest} where ${column} <= ${clock} - interval '${lag} seconds'`;
  return `select max(${column}) - interval '${lag} seconds' from ${relation}`;
}
