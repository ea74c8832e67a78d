import fc from "fast-check";

/** Values of many kinds, on a grid so that some are shared, with their outcomes. */
const value = fc.oneof(
  {weight: 8, arbitrary: fc.integer({min: -6, max: 6})},
  {weight: 3, arbitrary: fc.double({min: -6, max: 6, noNaN: true})},
  {weight: 1, arbitrary: fc.constantFrom(NaN, -999, Infinity, -Infinity, -0)}
);

/** Rows whose value goes with default, and by how much each time differs. */
export const sample = fc
  .tuple(
    fc.array(fc.tuple(value, fc.double({min: 0, max: 1, noNaN: true})), {minLength: 30, maxLength: 200}),
    fc.double({min: -1, max: 1, noNaN: true})
  )
  .map(([rows, slope]) => ({
    values: Float64Array.from(rows, ([x]) => x),
    defaulted: Uint8Array.from(rows, ([x, chance]) => {
      const known = Number.isFinite(x) && x !== -999 ? x : 0;
      return chance < 1 / (1 + Math.exp(1 - slope * known)) ? 1 : 0;
    })
  }))
  .filter(({defaulted}) => defaulted.includes(0) && defaulted.includes(1));
