import {join} from "node:path";
import type {Settings} from "../../settings/settings.js";

/** The settings of the lab: a registry, snapshots and a site of its own, so that nothing quick is found where models are validated and promoted. */
export function labSettings(settings: Settings): Settings {
  return {...settings, state: join(settings.state, "lab"), out: join(settings.out, "lab")};
}
