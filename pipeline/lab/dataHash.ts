import {createHash} from "node:crypto";
import type {LabRows} from "./rows.js";

/** SHA-256 over rows: who, when, what became of them and every feature, in order of its name. Equal rows give equal hashes on every machine. */
export function dataHash(rows: LabRows): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify(rows.names));
  for (const values of [rows.days, rows.defaulted]) hash.update(bytesOf(values));
  for (const name of [...rows.features.keys()].sort()) {
    hash.update(`\0${name}\0`).update(bytesOf(withOneNaN(rows.features.get(name)!)));
  }
  return hash.digest("hex");
}

/** SHA-256 over who and when alone: the same rows, whatever features a model takes from them. */
export function keyHash({names, days}: Pick<LabRows, "names" | "days">): string {
  return createHash("sha256").update(JSON.stringify(names)).update(bytesOf(days)).digest("hex");
}

/** NaN has many bit patterns: the same one everywhere. */
function withOneNaN(values: Float64Array): Float64Array {
  return values.map((value) => (Number.isNaN(value) ? NaN : value));
}

function bytesOf(values: Float64Array | Int32Array | Uint8Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
