import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {invoices} from "#loaders/contracts/invoices.js";
import {written} from "#loaders/controls/decimal.js";
import type {DeclaredControl} from "#loaders/controls/declared.js";
import {reconcile} from "#loaders/controls/reconcile.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {makeLoadTables} from "../support/loadTables.js";
import {inMemory, rows} from "../support/warehouse.js";

interface Invoice {
  readonly file: number;
  readonly id: string;
  readonly fen: number;
}

async function land(engine: Engine, landed: readonly Invoice[]): Promise<void> {
  await makeLoadTables(engine);
  await engine.run(
    "create table landing (file_id integer, invoice_id varchar, amount decimal(18,2), tax decimal(18,2))"
  );
  if (landed.length === 0) return;
  const values = landed.map(({file, id, fen}) => `(${file}, '${id}', ${fen} / cast(100 as decimal(18,2)), null)`);
  await engine.run(`insert into landing values ${values.join(", ")}`);
}

function declare(file: string, control: DeclaredControl["control"], column: string, declared: string): DeclaredControl {
  return {file, control, column, declared, place: "controls.csv, line 2"};
}

const FILES = new Map([
  ["a.csv", 7],
  ["b.csv", 8]
]);

async function reconciled(engine: Engine, landed: readonly Invoice[], declared: readonly DeclaredControl[]) {
  await land(engine, landed);
  const counts = [...FILES].map(([name, id]) => [name, landed.filter(({file}) => file === id).length] as const);
  return await reconcile(engine, {
    batchId: 3,
    contract: invoices,
    table: "landing",
    fileIds: FILES,
    rowsByFile: new Map(counts),
    declared
  });
}

const LANDED: readonly Invoice[] = [
  {file: 7, id: "INV-0042", fen: 12_345},
  {file: 7, id: "INV-0001", fen: -2_345},
  {file: 8, id: "9007199254740993", fen: 1}
];

describe("reconcile", () => {
  it("agrees with what was declared rightly, and keeps the proof of it", async () => {
    await inMemory(async (engine) => {
      const breaks = await reconciled(engine, LANDED, [
        declare("a.csv", "rows", "", "2"),
        declare("a.csv", "sum", "amount", "100.0"),
        declare("a.csv", "hash_total", "invoice_id", "43"),
        declare("b.csv", "hash_total", "invoice_id", "9,007,199,254,740,993"),
        declare("*.csv", "sum", "amount", "100.01"),
        declare("b.csv", "sum", "tax", "0")
      ]);
      expect(breaks).toEqual([]);
      expect(
        await rows(engine, "select control, computed, is_reconciled from load_controls where batch_id = 3")
      ).toEqual([
        {control: "rows", computed: "2", is_reconciled: true},
        {control: "sum", computed: "100.00", is_reconciled: true},
        {control: "hash_total", computed: "43", is_reconciled: true},
        {control: "hash_total", computed: "9007199254740993", is_reconciled: true},
        {control: "sum", computed: "100.01", is_reconciled: true},
        {control: "sum", computed: "0.00", is_reconciled: true}
      ]);
    });
  });

  it("lists a total that is off by one fen, one row or one digit", async () => {
    await inMemory(async (engine) => {
      const wrong = [
        declare("a.csv", "rows", "", "3"),
        declare("a.csv", "sum", "amount", "100.01"),
        declare("b.csv", "hash_total", "invoice_id", "9007199254740992")
      ];
      const breaks = await reconciled(engine, LANDED, wrong);
      expect(breaks.map(({control, computed}) => [control, computed])).toEqual([
        ["rows", "2"],
        ["sum", "100.00"],
        ["hash_total", "9007199254740993"]
      ]);
    });
  });

  it("leaves what other extracts are told of aside", async () => {
    await inMemory(async (engine) => {
      expect(await reconciled(engine, LANDED, [declare("orders.csv", "rows", "", "1")])).toEqual([]);
      expect(await rows(engine, "select * from load_controls")).toEqual([]);
    });
  });

  it.each([
    [declare("a.csv", "sum", "price", "1"), /line 2: invoices has no column price; it has invoice_id/],
    [declare("a.csv", "sum", "invoice_date", "1"), /invoices\.invoice_date holds date, which has no sum/]
  ])("refuses a column that cannot be totalled", async (control, sentence) => {
    await inMemory(async (engine) => {
      await expect(reconciled(engine, LANDED, [control])).rejects.toThrow(sentence);
    });
  });

  it("is broken by any change of one amount, and by none of the order", async () => {
    const fen = fc.integer({min: -1_000_000_000, max: 1_000_000_000});
    const amounts = fc.array(fen, {minLength: 1, maxLength: 20});
    const landed = (list: readonly number[]) => list.map((each, index) => ({file: 7, id: `${index}`, fen: each}));
    await fc.assert(
      fc.asyncProperty(amounts, fc.nat(), fc.integer({min: 1, max: 9}), async (list, at, by) => {
        const total = list.reduce((sum, each) => sum + BigInt(each), 0n);
        const control = [declare("a.csv", "sum", "amount", written({units: total, scale: 2}))];
        const changed = list.map((each, index) => (index === at % list.length ? each + by : each));
        const reversed = await inMemory((engine) => reconciled(engine, landed([...list].reverse()), control));
        expect(reversed).toEqual([]);
        expect(await inMemory((engine) => reconciled(engine, landed(changed), control))).toHaveLength(1);
      }),
      {numRuns: 20}
    );
  });
});
