/** Row counts of every table that a run wrote, in order of writing. */
export interface StepRecord {
  add(step: string, table: string, rows: number): void;
  readonly entries: readonly {readonly step: string; readonly table: string; readonly rows: number}[];
}

export function stepRecord(): StepRecord {
  const entries: {step: string; table: string; rows: number}[] = [];
  return {
    entries,
    add: (step, table, rows) => void entries.push({step, table, rows})
  };
}
