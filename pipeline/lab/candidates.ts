import type {MethodSpec} from "./spec.js";

/** A method with one value for every option. */
export type Candidate = {
  readonly [Kind in MethodSpec["kind"]]: Settled<Extract<MethodSpec, {kind: Kind}>>;
}[MethodSpec["kind"]];

type Settled<M> = {readonly [K in keyof M]: Exclude<M[K], readonly unknown[]>};

/** Every combination of the values among which a method may choose; the first option varies slowest. */
export function candidatesOf(method: MethodSpec): Candidate[] {
  let combinations: Record<string, unknown>[] = [{}];
  for (const [option, value] of Object.entries(method)) {
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    combinations = combinations.flatMap((before) => values.map((each) => ({...before, [option]: each})));
  }
  return combinations as unknown as Candidate[];
}
