import type {Source} from "#loaders/source.js";
import {championsOf} from "../policy/champions.js";
import type {Settings} from "../settings/settings.js";

/** Id of the experiment that is champion of a source on its last observation date; null where none was promoted by then. */
export function championOf({policies}: Settings, {id, calendar}: Source): string | null {
  const promoted = championsOf(policies, id).filter(({policy}) => policy.effective_from <= calendar.last);
  return promoted.at(-1)?.policy.experiment ?? null;
}
