import {existsSync, mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {writeXlsx} from "hucre/xlsx";
import {describe, expect, it} from "vitest";
import {readSourceFile} from "#loaders/mapping/file/readSource.js";
import {proposeMapping} from "#pipeline/map.js";

const folder = mkdtempSync(join(tmpdir(), "map-"));

function written(name: string, text: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("a mapping proposed from a file", () => {
  it("is written where it is asked for, and can be read as a source at once", async () => {
    const file = written(
      "客户.csv",
      "客户编号,生效日期,获知日期,企业名称\n1,2020/1/5,2020/1/6,甲\n2,2020/12/5,2020/12/6,乙\n"
    );
    const out = join(folder, "new/customers.yaml");
    const proposed = await proposeMapping({file, out});
    expect(proposed).toMatchObject({contract: "obligors", unused: [], out});
    expect(readFileSync(out, "utf8")).toBe(proposed.yaml);
    const [obligors] = readSourceFile(out).extracts;
    expect(obligors!.files).toEqual(["客户.csv"]);
    expect(obligors!.mapping).toMatchObject({
      columns: {
        obligor_id: {from: "客户编号"},
        valid_from: {from: "生效日期", date: "%Y/%m/%d"},
        name: {from: "企业名称"}
      }
    });
    await expect(proposeMapping({file, out})).rejects.toThrow(
      `${out}: is there already; name another file, or take it away first`
    );
  });

  it("reads other forms of text as well, and says in one sentence what it cannot read", async () => {
    const lines = written("fx.jsonl", '{"币种":"USD","汇率日期":"20200131","汇率":6.9,"发布日":"20200131"}\n');
    expect(await proposeMapping({file: lines})).toMatchObject({contract: "fx_rates", missing: []});
    await expect(proposeMapping({file: join(folder, "nothing.csv")})).rejects.toThrow(/there is no such file/);
    await expect(proposeMapping({file: folder})).rejects.toThrow(/this is no file/);
    await expect(proposeMapping({file: lines, contract: "fxrates"})).rejects.toThrow("is it fx_rates?");
    await expect(proposeMapping({file: written("noise.bin", Buffer.from([0, 1, 2, 255, 254, 0, 7]))})).rejects.toThrow(
      /^noise\.bin: [^\n]+$/
    );
  });
});

describe("a workbook of several sheets", () => {
  it("gives the first of them, by its name, and names those that hold something else", async () => {
    const book = await writeXlsx({
      sheets: [
        {
          name: "押品",
          rows: [
            ["押品编号", "授信编号", "押品类型", "估值日", "评估价值(万元)"],
            ["C1", "F1", "房产", "2020/1/5", 120.5],
            ["C2", "F2", "设备", "2021/1/5", 3]
          ]
        },
        {
          name: "汇率",
          rows: [
            ["币种", "汇率日期", "汇率"],
            ["USD", "2020/1/31", 6.9]
          ]
        }
      ]
    });
    const proposed = await proposeMapping({file: written("book.xlsx", Buffer.from(book))});
    expect(proposed.contract).toBe("collateral");
    expect(proposed.columns).toMatchObject({
      type: {from: "押品类型", values: {房产: "real_estate", 设备: "equipment"}},
      value: {from: "评估价值(万元)", number: {unit: "万元"}}
    });
    expect(proposed.yaml).toContain("hints: {sheet: 押品}");
    expect(proposed.yaml).toContain("# Other tables in the file, to be mapped by themselves: book.xlsx/汇率");
  });
});

const shared = (path: string) => join("../shared/data", path);

describe.skipIf(!existsSync(shared("cumcm2020c")))("real files (skipped where ../shared/data is not there)", () => {
  it("of invoices are recognised in an archive of many files", async () => {
    const {contract, columns, missing} = await proposeMapping({file: shared("cumcm2020c/raw_csv_sample.tar.gz")});
    expect(contract).toBe("invoices");
    expect(columns).toMatchObject({
      obligor_id: {from: "企业代号"},
      invoice_date: {from: "开票日期", date: "%Y/%m/%d"},
      counterparty_id: {first_of: ["销方单位代号", "购方单位代号"]},
      amount: {from: "金额"},
      status: {from: "发票状态", values: {作废发票: "void", 有效发票: "valid"}},
      is_red_letter: {negative: "金额"}
    });
    expect(missing).toContain("direction");
  });

  it("that hold no extract are said to fit none", async () => {
    for (const path of [
      "polish_year3/3year.csv",
      "corporate_rating_7805/corporateCreditRatingWithFinancialRatios.csv"
    ]) {
      const {fits, yaml} = await proposeMapping({file: shared(path)});
      expect(fits[0]!.score).toBeLessThan(0.4);
      expect(yaml).toContain("# No contract fits well");
    }
  });
});
