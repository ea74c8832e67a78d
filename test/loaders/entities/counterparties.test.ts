import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {stgCounterparties} from "#loaders/entities/contracts.js";
import {normalisedName} from "#loaders/entities/counterparties/normalisedName.js";
import {stageCounterparties} from "#loaders/entities/counterparties/stageCounterparties.js";
import {columnsFrom, rowsOf, varchars} from "#warehouse/engine/columns.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {heldToContract} from "#warehouse/sqlTable.js";
import {withEngine} from "../../support/memoryEngine.js";

interface Party {
  readonly id?: string | null;
  readonly code?: string | null;
  readonly name?: string | null;
}

const CODE = "91350100M000100Y43";
const OTHER_CODE = "914403001922038216";

async function write(engine: Engine, table: string, prefix: string, id: string, parties: readonly Party[]) {
  await engine.write(
    table,
    columnsFrom({
      [id]: varchars(parties.map((party) => party.id ?? null)),
      [`${prefix}registration_number`]: varchars(parties.map((party) => party.code ?? null)),
      [`${prefix}name`]: varchars(parties.map((party) => party.name ?? null))
    })
  );
}

interface Given {
  readonly obligors: readonly Party[];
  readonly invoices?: readonly Party[];
  readonly transactions?: readonly Party[];
}

/** `[counterparty_id, obligor_id, matched_by, mentions]` of each counterparty. */
async function matched({obligors, invoices = [], transactions = []}: Given) {
  return await withEngine(async (engine) => {
    await write(engine, "stg_obligors", "", "obligor_id", obligors);
    await write(engine, "stg_invoices", "counterparty_", "counterparty_id", invoices);
    await write(engine, "stg_account_transactions", "counterparty_", "counterparty_id", transactions);
    await stageCounterparties(engine);
    await heldToContract(engine, stgCounterparties);
    const left = await engine.columns("select table_name from duckdb_tables() where table_name not like 'stg%'");
    expect(left.rowCount).toBe(0);
    return rowsOf(await engine.columns("select * from stg_counterparties")).map((row) => Object.values(row));
  });
}

describe("stageCounterparties", () => {
  it("knows an obligor by its number before its registration number, and by that before its name", async () => {
    const obligors = [
      {id: "A", code: CODE, name: "甲有限公司"},
      {id: "B", code: OTHER_CODE, name: "乙有限公司"},
      {id: "C", name: "丙有限公司"}
    ];
    const invoices = [
      {id: "A", code: OTHER_CODE, name: "丙有限公司"},
      {id: "C1", code: OTHER_CODE, name: "丙有限公司"},
      {id: "C2", name: "丙有限责任公司"},
      {id: "C3", name: "丁有限公司"}
    ];
    expect(await matched({obligors, invoices})).toEqual([
      ["A", "A", "number", 1],
      ["C1", "B", "registration_number", 1],
      ["C2", "C", "name", 1],
      ["C3", null, null, 1]
    ]);
  });

  it("counts invoices and movements together, and calls who has no number by registration number or name", async () => {
    const rows = await matched({
      obligors: [{id: "A", code: CODE, name: "甲有限公司"}],
      invoices: [{id: "K"}, {code: CODE}, {}],
      transactions: [{id: "K"}, {id: "K", name: "甲(有限公司)"}, {code: CODE, name: "anything"}, {name: "甲有限公司"}]
    });
    expect(rows).toEqual([
      [CODE, "A", "registration_number", 2],
      ["K", "A", "name", 3],
      ["甲有限公司", "A", "name", 1]
    ]);
  });

  it("matches nobody where two obligors share a registration number or a name, or a counterparty has two", async () => {
    const obligors = [
      {id: "A", code: CODE, name: "甲有限公司"},
      {id: "B", code: CODE, name: "甲有限责任公司"},
      {id: "C", name: "丙公司"},
      {id: "D", name: "丁公司"}
    ];
    const invoices = [
      {id: "1", code: CODE},
      {id: "2", name: "甲有限公司"},
      {id: "3", name: "丙公司"},
      {id: "3", name: "丁公司"}
    ];
    expect((await matched({obligors, invoices})).map(([, obligor]) => obligor)).toEqual([null, null, null]);
  });

  it("knows an obligor by a name that it went by before", async () => {
    const obligors = [
      {id: "A", name: "旧名有限公司"},
      {id: "A", name: "新名有限公司"}
    ];
    const rows = await matched({
      obligors,
      invoices: [
        {id: "1", name: "旧名有限公司"},
        {id: "2", name: "新名有限公司"}
      ]
    });
    expect(rows.map(([, obligor]) => obligor)).toEqual(["A", "A"]);
  });

  it("does not take namesakes with different unified social credit codes for one, but tells twins of one code apart", async () => {
    const obligors = [
      {id: "A", code: CODE, name: "甲有限公司"},
      {id: "B", code: "110000001234567", name: "乙有限公司"},
      {id: "C", code: CODE, name: "丙有限公司"}
    ];
    const invoices = [
      {id: "1", code: OTHER_CODE, name: "甲有限公司"},
      {id: "2", code: OTHER_CODE, name: "乙有限公司"},
      {id: "3", code: CODE, name: "丙有限公司"}
    ];
    expect((await matched({obligors, invoices})).map(([, obligor, by]) => [obligor, by])).toEqual([
      [null, null],
      ["B", "name"],
      ["C", "name"]
    ]);
  });

  it("leaves an empty table where nobody is named", async () => {
    expect(await matched({obligors: [{id: "A", name: "..."}], invoices: [{}]})).toEqual([]);
    expect(await matched({obligors: [{id: "A", name: "..."}], invoices: [{id: "1", name: "--"}]})).toEqual([
      ["1", null, null, 1]
    ]);
  });
});

describe("normalisedName", () => {
  it.each([
    ["Ａｃｍｅ　Trading Company, Limited", "ACME TRADING CO.,LTD."],
    ["深圳市甲(集团)有限责任公司", "深圳市甲（集团）有限公司"],
    ["乙 股份公司", "乙股份有限公司"],
    ["乙股份有限责任公司", "乙股份有限公司"],
    ["Smith & Sons Inc.", "smith and sons incorporated"],
    ["北京丙科技有限公司。", "北京·丙科技 有限公司"],
    ["㈱丁", "(株)丁"]
  ])("%s is %s", (one, other) => {
    expect(normalisedName(one)).toBe(normalisedName(other));
  });

  it.each([
    ["甲有限公司", "甲股份有限公司"],
    ["甲有限公司", "甲集团有限公司"],
    ["Limitedless Corp", "ltdless corp"],
    ["甲1号基金", "甲2号基金"]
  ])("%s is not %s", (one, other) => {
    expect(normalisedName(one)).not.toBe(normalisedName(other));
  });

  it("of a normalised name is the name itself", () => {
    const part = fc.constantFrom(
      "甲",
      "股份",
      "有限",
      "责任",
      "公司",
      "Co",
      ".",
      ",",
      " ",
      "Limited",
      "Ａ",
      "&",
      "（",
      ")",
      "é"
    );
    const name = fc.oneof(
      fc.array(part, {maxLength: 12}).map((parts) => parts.join("")),
      fc.string({unit: "grapheme"})
    );
    fc.assert(
      fc.property(name, (said) => {
        const once = normalisedName(said);
        expect(normalisedName(once)).toBe(once);
      }),
      {numRuns: 1000}
    );
  });
});
