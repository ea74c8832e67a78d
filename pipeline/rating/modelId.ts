import {createHash} from "node:crypto";

/** Identifier of a fitted model: its kind and the hash of all that it is. */
export function modelIdOf(model: {readonly kind: string}): string {
  return `${model.kind}-${createHash("sha256").update(JSON.stringify(model)).digest("hex").slice(0, 12)}`;
}
