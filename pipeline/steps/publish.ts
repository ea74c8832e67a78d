import type {RunInput} from "#warehouse/manifest.js";
import {publishSnapshot, type PublishedMart} from "#warehouse/snapshot.js";
import type {RunContext} from "../context.js";
import {packageVersion} from "../settings/projectFolder.js";

/** Writes marts and manifest as a snapshot and makes it current. Returns its folder. */
export async function publish(
  {source}: RunContext,
  stateFolder: string,
  {runId, inputs, modelId}: {runId: string; inputs: readonly RunInput[]; modelId: string},
  marts: readonly PublishedMart[]
): Promise<string> {
  const code = inputs.find(({kind}) => kind === "code")!;
  return publishSnapshot(
    stateFolder,
    {
      runId,
      source: {id: source.id, name: source.name, isSynthetic: source.isSynthetic},
      currency: source.currency,
      observationDate: source.calendar.last,
      firstObservationDate: source.calendar.first,
      codeVersion: code.version,
      packageVersion: packageVersion(),
      modelId,
      absent: source.absent,
      inputs
    },
    marts
  );
}
