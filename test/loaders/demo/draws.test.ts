import {expect, it} from "vitest";
import {drawsOf} from "#loaders/demo/draws.js";
import {sqlFile} from "#loaders/demo/sqlFile.js";
import {numbersOf} from "#warehouse/engine/columns.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";

const COUNT = 60_000;

function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const mean = (values: ArrayLike<number>): number =>
    Array.from(values).reduce((total, x) => total + x, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    ab += (a[i]! - ma) * (b[i]! - mb);
    aa += (a[i]! - ma) ** 2;
    bb += (b[i]! - mb) ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}

/** Neighbouring counters, items and streams, as uniforms on [0, 1): even over 100 cells, and uncorrelated. */
function expectIndependent(draw: (stream: number, item: number, step: number) => number): void {
  const at = (stream: number, shiftItem: number, shiftStep: number): Float64Array =>
    Float64Array.from({length: COUNT}, (_, i) => draw(stream, Math.floor(i / 60) + shiftItem, (i % 60) + shiftStep));
  const base = at(3, 0, 0);
  const cells = new Float64Array(100);
  for (const value of base) cells[Math.floor(value * 100)]!++;
  const chiSquare = cells.reduce((total, cell) => total + (cell - COUNT / 100) ** 2 / (COUNT / 100), 0);
  expect(chiSquare).toBeLessThan(148.23); // chi-square, 99 degrees of freedom, 0.1 %
  for (const other of [at(3, 0, 1), at(3, 1, 0), at(4, 0, 0)]) {
    expect(Math.abs(correlation(base, other))).toBeLessThan(3.6 / Math.sqrt(COUNT)); // 0.1 % over three
  }
}

it("draws evenly and independently in TypeScript", () => {
  expectIndependent(drawsOf(5).uniform);
});

it("draws evenly and independently in SQL", async () => {
  const engine = await openDuckDB(":memory:");
  await engine.run("set variable seed = 5");
  await engine.run(sqlFile("macros"));
  const columns = await engine.columns(`
    select draw(stream, item, 0, step) as value
    from range(3, 5) as streams (stream), range(0, 1001) as items (item), range(0, 62) as steps (step)
    order by stream, item, step`);
  engine.close();
  const values = numbersOf(columns, "value");
  expectIndependent((stream, item, step) => values[((stream - 3) * 1001 + item) * 62 + step]! / 10_000);
});

it("gives the same draw for the same counters, and others for another seed", () => {
  expect(drawsOf(5).normal(1, 2, 3)).toBe(drawsOf(5).normal(1, 2, 3));
  const differ = Array.from({length: 50}, (_, item) => drawsOf(5).bits(1, item, 0) !== drawsOf(6).bits(1, item, 0));
  expect(differ).not.toContain(false);
});
