import {join} from "node:path";
import type {Settings} from "./settings/settings.js";

/** The folder in which a source keeps its warehouse, snapshots and logs. */
export function stateFolderOf(settings: Settings, {id}: {readonly id: string}): string {
  return join(settings.state, id);
}
