import {nearMiss} from "#loaders/nearMiss.js";
import {UserError} from "#warehouse/engine/userError.js";
import type {Subject} from "./subjects.js";

/**
 * The features that a name means: a table (`feat_orders` or `orders`), `table.column`, or a column; all without a name. Throws a
 * UserError that names what was probably meant, or what there is.
 */
export function chosen(all: readonly Subject[], name: string | undefined): Subject[] {
  if (name === undefined) return [...all];
  const [first, second] = name.split(".") as [string, string | undefined];
  const table = all.find(({table: {contract}}) => contract.name === first || contract.name === `feat_${first}`);
  if (second === undefined && table !== undefined) return [table];
  const column = second ?? first;
  const found = (second === undefined ? all : table === undefined ? [] : [table]).flatMap(({table, features}) => {
    const wanted = features.filter((feature) => feature.name === column);
    return wanted.length > 0 ? [{table, features: wanted}] : [];
  });
  if (found.length > 0) return found;
  const tables = all.map(({table: {contract}}) => contract.name);
  const features = (table === undefined ? all : [table]).flatMap((each) =>
    each.features.map((feature) => feature.name)
  );
  const meant = nearMiss(
    column,
    second === undefined ? [...tables.flatMap((table) => [table, table.replace("feat_", "")]), ...features] : features
  );
  const known =
    meant !== null
      ? `was ${meant} meant?`
      : table === undefined
        ? `there are the tables ${tables.join(", ")}`
        : `${table.table.contract.name} has ${features.join(", ")}`;
  throw new UserError(`there is no feature ${JSON.stringify(name)}; ${known}`);
}
