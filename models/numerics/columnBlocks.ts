/** Adds to `out` the sum of columns times multiples, of the `count` rows after `from`. Four columns at a time: `out` is read and written a quarter as often. */
export function addColumns(
  out: Float64Array,
  columns: readonly Float64Array[],
  multiples: Float64Array,
  from: number,
  count: number
): void {
  let j = 0;
  for (; j + 3 < columns.length; j += 4) {
    addFour(out, columns[j]!, columns[j + 1]!, columns[j + 2]!, columns[j + 3]!, multiples, j, from, count);
  }
  for (; j < columns.length; j++) {
    const [column, multiple] = [columns[j]!, multiples[j]!];
    for (let row = 0; row < count; row++) out[row]! += multiple * column[from + row]!;
  }
}

function addFour(
  out: Float64Array,
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  d: Float64Array,
  multiples: Float64Array,
  j: number,
  from: number,
  count: number
): void {
  const m0 = multiples[j]!;
  const m1 = multiples[j + 1]!;
  const m2 = multiples[j + 2]!;
  const m3 = multiples[j + 3]!;
  for (let row = 0; row < count; row++) {
    const at = from + row;
    out[row]! += m0 * a[at]! + m1 * b[at]! + (m2 * c[at]! + m3 * d[at]!);
  }
}

/** Adds to `sums` the product of each column with `values`, over the same rows. */
export function addProducts(
  sums: Float64Array,
  columns: readonly Float64Array[],
  values: Float64Array,
  from: number,
  count: number
): void {
  let j = 0;
  for (; j + 3 < columns.length; j += 4) {
    addFourProducts(sums, j, columns[j]!, columns[j + 1]!, columns[j + 2]!, columns[j + 3]!, values, from, count);
  }
  for (; j < columns.length; j++) {
    const column = columns[j]!;
    let total = 0;
    for (let row = 0; row < count; row++) total += values[row]! * column[from + row]!;
    sums[j]! += total;
  }
}

function addFourProducts(
  sums: Float64Array,
  j: number,
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  d: Float64Array,
  values: Float64Array,
  from: number,
  count: number
): void {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let row = 0; row < count; row++) {
    const at = from + row;
    const value = values[row]!;
    s0 += value * a[at]!;
    s1 += value * b[at]!;
    s2 += value * c[at]!;
    s3 += value * d[at]!;
  }
  sums[j]! += s0;
  sums[j + 1]! += s1;
  sums[j + 2]! += s2;
  sums[j + 3]! += s3;
}

/** Writes the column times `factors` into `out` from `at` on, over the same rows. */
export function scaleColumn(
  out: Float64Array,
  at: number,
  column: Float64Array,
  factors: Float64Array,
  from: number,
  count: number
): void {
  for (let row = 0; row < count; row++) out[at + row] = factors[row]! * column[from + row]!;
}
