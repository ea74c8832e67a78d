import {expect, it} from "vitest";
import {forestSql} from "#models/challenger/forestSql.js";
import {applyForest, fitForest} from "#models/challenger/randomForest.js";
import {randomOf} from "#models/numerics/random.js";
import {columnsFrom, doubles, integers, numbersOf} from "#warehouse/engine/columns.js";
import {withEngine} from "../../support/memoryEngine.js";
import {BENT, planted} from "./planted.js";

it("gives in SQL the PD of every row, whatever the values", async () => {
  const rows = planted(21, 3000, BENT, {missing: 0.15});
  const absent = rows.features.get("f1")!; // absent where it tells something, so that trees ask about it
  absent.forEach((_, row) => rows.defaulted[row] === 1 && row % 2 === 0 && (absent[row] = NaN));
  const forest = fitForest(rows, {rows: 800, trees: 20, featureShare: 0.7, features: 10, floor: 0.001, seed: 4});
  const thresholds = forest.trees.flatMap(({feature, threshold}) => threshold.filter((_, at) => feature[at]! >= 0));
  expect(thresholds).toContain(null);
  const odd = [NaN, Infinity, -Infinity, -0, 0, 1e308, ...thresholds.filter((threshold) => threshold !== null)];
  const random = randomOf(22);
  const count = 5000;
  const features = new Map(
    forest.features.map((name) => [
      name,
      Float64Array.from({length: count}, () =>
        random() < 0.5 ? random() * 2 - 1 : odd[Math.floor(random() * odd.length)]!
      )
    ])
  );
  await withEngine(async (engine) => {
    const table = [...features].map(([name, values]) => [name, doubles(values)] as const);
    await engine.write(
      "given",
      columnsFrom({id: integers(Array.from({length: count}, (_, at) => at)), ...Object.fromEntries(table)})
    );
    // Every other missing value is null and not NaN.
    const nulled = forest.features.map(
      (name) => `case when isnan("${name}") and id % 2 = 0 then null else "${name}" end as "${name}"`
    );
    await engine.run(`create table scored as select id, ${nulled.join(", ")} from given`);
    const result = await engine.columns(forestSql(forest, {table: "scored", keys: ["id"]}));
    const pds = numbersOf(result, "pd");
    const expected = applyForest(forest, features);
    expect(pds).toHaveLength(count);
    const worst = expected.reduce((most, pd, row) => Math.max(most, Math.abs(pd - pds[row]!)), 0);
    expect(worst).toBeLessThan(1e-12);
  });
});
