import {resolve} from "node:path";
import {AUDIENCES, type Audience} from "#warehouse/contract.js";
import {currentSnapshot} from "#warehouse/snapshot.js";
import type {Progress} from "./progress.js";
import {buildSite, type SiteSummary} from "./publishing/buildSite.js";
import {stateFolderOf} from "./stateFolder.js";
import type {Settings} from "./settings/settings.js";

export {AUDIENCES, type Audience} from "#warehouse/contract.js";

export interface SitesRequest {
  readonly sourceId: string;
  /** One of the audiences, or all of them. */
  readonly audience: Audience | "all";
  readonly settings: Settings;
  readonly progress: Progress;
  readonly signal?: AbortSignal;
}

/** Builds the site of each audience from the last published snapshot of a source. */
export async function buildSites(request: SitesRequest): Promise<SiteSummary[]> {
  const {sourceId, settings, progress, signal} = request;
  const snapshot = resolve(currentSnapshot(stateFolderOf(settings, {id: sourceId})));
  const audiences = request.audience === "all" ? AUDIENCES : [request.audience];
  const sites: SiteSummary[] = [];
  for (const [index, audience] of audiences.entries()) {
    signal?.throwIfAborted();
    progress.step(`site for ${audience}`, index, audiences.length);
    sites.push(
      await buildSite({
        snapshot,
        audience,
        outFolder: resolve(settings.out),
        language: settings.language,
        onProgress: progress.line,
        ...(signal === undefined ? {} : {signal})
      })
    );
  }
  progress.end();
  return sites;
}
