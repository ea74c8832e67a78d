import {createHash} from "node:crypto";
import type {RunInput} from "#warehouse/manifest.js";

/** First 16 hex digits of the SHA-256 of a run's source and inputs: the same inputs, the same run. */
export function runIdOf(sourceId: string, inputs: readonly RunInput[]): string {
  const text = JSON.stringify([sourceId, inputs.map(({kind, name, version}) => [kind, name, version])]);
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
