import type {Text} from "./contract.js";

/** One thing that a run was made from; equal inputs give equal bytes out. */
export interface RunInput {
  readonly kind: "extract" | "policy" | "code" | "model" | "seed" | "setting";
  readonly name: string;
  /** Content hash, or version. */
  readonly version: string;
  readonly rows: number | null;
}

/** What a source cannot tell; shown as absent, never filled by a proxy. */
export type Absence = "exposure" | "region" | "default_date" | "industry" | "size" | "tier" | "name";

/** The record of one run: no times, no machine facts, so that the same inputs give the same bytes. */
export interface RunManifest {
  /** First 16 hex digits of the SHA-256 of the inputs. */
  readonly runId: string;
  readonly source: {readonly id: string; readonly name: Text; readonly isSynthetic: boolean};
  /** ISO 4217 code of the reporting currency. */
  readonly currency: string;
  /** The latest observation date, ISO. */
  readonly observationDate: string;
  readonly firstObservationDate: string;
  readonly codeVersion: string;
  readonly packageVersion: string;
  readonly modelId: string | null;
  readonly absent: readonly Absence[];
  readonly inputs: readonly RunInput[];
  readonly marts: Readonly<Record<string, {readonly rows: number; readonly sha256: string; readonly sql: string}>>;
}
