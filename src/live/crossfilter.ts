import type {LiveBook} from "./book.js";

export type Measure = "drawn" | "obligors";

/** Chosen members by dimension; a dimension without a choice lets everything through. */
export type Choice = Readonly<Record<string, readonly string[]>>;

export interface Counted {
  /** For each dimension, the measure of each member under the choices in all other dimensions. */
  readonly byMember: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly obligors: number;
  readonly drawn: number;
  readonly meanPd: number | null;
  /** In the measure. */
  readonly weakShare: number | null;
  readonly defaultShare: number | null;
  /** Obligors by grade now and a year before, under every choice. */
  readonly grades: Readonly<Record<string, number>>;
  readonly gradesBefore: Readonly<Record<string, number>>;
}

export interface CountOptions {
  readonly dimensions: readonly string[];
  readonly measure: Measure;
  readonly weakGrades: ReadonlySet<string>;
}

/** One pass over the book: each row counts in a dimension when it passes the choices in all the others. */
export function countBook(book: LiveBook, choice: Choice, options: CountOptions): Counted {
  const {dimensions, measure} = options;
  const failing = failures(book, choice, dimensions);
  const sums = dimensions.map((dimension) => new Float64Array(book.codes[dimension]!.members.length));
  const columns = dimensions.map((dimension) => book.codes[dimension]!.codes);
  for (let row = 0; row < book.rowCount; row++) {
    const failed = failing[row]!;
    if (failed !== 0 && (failed & (failed - 1)) !== 0) continue;
    const weight = measure === "drawn" ? book.drawn[row]! : 1;
    if (Number.isNaN(weight)) continue;
    for (let d = 0; d < columns.length; d++)
      if (failed === 0 || failed === 1 << d) sums[d]![columns[d]![row]!]! += weight;
  }
  const byMember = dimensions.map((dimension, d) => [dimension, named(book.codes[dimension]!.members, sums[d]!)]);
  return {byMember: Object.fromEntries(byMember), ...totals(book, failing, options)};
}

/** For each row, a bit for every dimension whose choice it fails. */
function failures(book: LiveBook, choice: Choice, dimensions: readonly string[]): Uint8Array {
  const failing = new Uint8Array(book.rowCount);
  dimensions.forEach((dimension, d) => {
    const chosen = choice[dimension] ?? [];
    if (chosen.length === 0) return;
    const {codes, members} = book.codes[dimension]!;
    const passes = members.map((member) => chosen.includes(member));
    for (let row = 0; row < failing.length; row++) if (!passes[codes[row]!]) failing[row]! |= 1 << d;
  });
  return failing;
}

function totals(book: LiveBook, failing: Uint8Array, {measure, weakGrades}: CountOptions): Omit<Counted, "byMember"> {
  const grade = book.codes.grade!;
  const before = book.codes.before!;
  const isWeak = grade.members.map((member) => weakGrades.has(member));
  const grades = new Float64Array(grade.members.length);
  const gradesBefore = new Float64Array(before.members.length);
  let [obligors, drawn, rated, expected, weak] = [0, 0, 0, 0, 0];
  for (let row = 0; row < book.rowCount; row++) {
    if (failing[row] !== 0) continue;
    obligors++;
    grades[grade.codes[row]!]!++;
    gradesBefore[before.codes[row]!]!++;
    const [pd, amount] = [book.pd[row]!, book.drawn[row]!];
    if (!Number.isNaN(amount)) drawn += amount;
    if (!Number.isNaN(pd)) [rated, expected] = [rated + 1, expected + pd];
    if (isWeak[grade.codes[row]!]) weak += measure === "obligors" ? 1 : amount || 0;
  }
  const fallen = grades[grade.members.indexOf("D")] ?? 0;
  return {
    obligors,
    drawn,
    meanPd: rated > 0 ? expected / rated : null,
    weakShare: ratio(weak, measure === "obligors" ? obligors : drawn),
    defaultShare: ratio(fallen, obligors),
    grades: named(grade.members, grades),
    gradesBefore: named(before.members, gradesBefore)
  };
}

function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

function named(members: readonly string[], sums: Float64Array): Record<string, number> {
  return Object.fromEntries(members.map((member, index) => [member, sums[index]!]));
}
