import type {CumulativePds} from "./termStructure.js";

/** Yearly migration: row i has the probabilities to be in each grade a year later, safest first, default last. Default is not left. */
export type MigrationMatrix = readonly (readonly number[])[];

/** A row may miss one by so much, which is rounding. */
const ROUNDING = 1e-9;

/**
 * Cumulative PDs of each grade over the years, by powers of one yearly migration matrix: grades keep no memory (Jarrow, Lando and Turnbull 1997).
 *
 * Row i of the result is the term structure of grade i; default itself has none. Throws where a row is no distribution, and where default is left.
 */
export function cumulativeFromMigration(matrix: MigrationMatrix, years: number): CumulativePds[] {
  return cumulativeFromMigrations(Array.from({length: years}, () => matrix));
}

/** The same, with a matrix for each year: point-in-time for as long as the cycle is foreseen, through-the-cycle after it. */
export function cumulativeFromMigrations(matrices: readonly MigrationMatrix[]): CumulativePds[] {
  const [first] = matrices;
  if (first === undefined) throw new RangeError("a term structure requires at least one year");
  matrices.forEach((matrix) => requireMigration(matrix, first.length));
  return first.slice(0, -1).map((_, grade) => termsOf(grade, matrices));
}

function termsOf(grade: number, matrices: readonly MigrationMatrix[]): CumulativePds {
  const states = matrices[0]!.length;
  let shares: number[] = Array.from({length: states}, (_, state) => (state === grade ? 1 : 0));
  let cumulative = 0;
  return matrices.map((matrix) => {
    shares = shares.map((_, to) => shares.reduce((total, share, from) => total + share * matrix[from]![to]!, 0));
    cumulative = Math.min(1, Math.max(cumulative, shares[states - 1]!));
    return cumulative;
  });
}

function requireMigration(matrix: MigrationMatrix, states: number): void {
  if (states < 2 || matrix.length !== states) {
    throw new RangeError(`a migration matrix must have ${Math.max(2, states)} rows; got ${matrix.length}`);
  }
  matrix.forEach((row, from) => {
    const total = row.reduce((sum, share) => sum + share, 0);
    if (row.length !== states || !row.every((share) => share >= 0) || !(Math.abs(total - 1) <= ROUNDING)) {
      throw new RangeError(
        `row ${from} of a migration matrix must be ${states} shares that sum to one; got ${row.join(" ")}`
      );
    }
  });
  if (matrix[states - 1]![states - 1] !== 1) throw new RangeError("default must not be left: its last share must be 1");
}
