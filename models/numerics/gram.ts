/** Columns are taken three by three, so that nine sums stay in registers; a buffer has this many columns or a multiple. */
const TILE = 3;

/** Columns in a buffer that holds so many: a multiple of the tile. */
export function paddedColumns(columns: number): number {
  return Math.ceil(columns / TILE) * TILE;
}

/**
 * Adds Z'Z to `out`: the lower triangle by tiles of three, row-major, `padded` x `padded`; what stands above the tiles of the diagonal is not written.
 *
 * `z` holds `padded` columns one after the other, each of `stride` places of which the first `rows` count.
 */
export function addGram(z: Float64Array, padded: number, stride: number, rows: number, out: Float64Array): void {
  for (let i = 0; i < padded; i += TILE) {
    for (let j = 0; j <= i; j += TILE) addTile(z, i * stride, j * stride, stride, rows, out, i * padded + j, padded);
  }
}

function addTile(
  z: Float64Array,
  a: number,
  b: number,
  stride: number,
  rows: number,
  out: Float64Array,
  at: number,
  width: number
): void {
  const [a1, a2, b1, b2] = [a + stride, a + 2 * stride, b + stride, b + 2 * stride];
  let [s00, s01, s02, s10, s11, s12, s20, s21, s22] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let row = 0; row < rows; row++) {
    const x0 = z[a + row]!;
    const x1 = z[a1 + row]!;
    const x2 = z[a2 + row]!;
    const y0 = z[b + row]!;
    const y1 = z[b1 + row]!;
    const y2 = z[b2 + row]!;
    s00 += x0 * y0;
    s01 += x0 * y1;
    s02 += x0 * y2;
    s10 += x1 * y0;
    s11 += x1 * y1;
    s12 += x1 * y2;
    s20 += x2 * y0;
    s21 += x2 * y1;
    s22 += x2 * y2;
  }
  out[at]! += s00;
  out[at + 1]! += s01;
  out[at + 2]! += s02;
  out[at + width]! += s10;
  out[at + width + 1]! += s11;
  out[at + width + 2]! += s12;
  out[at + 2 * width]! += s20;
  out[at + 2 * width + 1]! += s21;
  out[at + 2 * width + 2]! += s22;
}
