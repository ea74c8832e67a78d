import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {loadSource} from "#loaders/load.js";
import {sourceOf} from "#loaders/source.js";
import {csvOf, repayment, SMALL_BANK, writeBank} from "./support/smallBank.js";
import {inMemory, rows, sorted} from "./support/warehouse.js";

const GOOD = Array.from({length: 30}, (_, at) => repayment("F1", `2020-03-${String(at + 1).padStart(2, "0")}`));
const LINES = csvOf(GOOD).trimEnd().split("\n");

/** A damage to the line of the file on which the 11th row stands, and what the list must say of it. */
const DAMAGES: readonly {
  readonly what: string;
  readonly line: Buffer | string;
  readonly rule: string;
  readonly shown: string;
}[] = [
  {what: "a field too few", line: "F1,2020-03-11,1200.00", rule: "wrong_field_count", shown: "F1,2020-03-11,1200.00"},
  {
    what: "a field too many",
    line: "F1,2020-03-11,1200.00,1200.00,2020-03-11,x",
    rule: "wrong_field_count",
    shown: "F1,2020-03-11,1200.00,1200.00,2020-03-11,x"
  },
  {
    what: "a thousands separator that is the delimiter",
    line: "F1,2020-03-11,1,200.00,1,200.00,2020-03-11",
    rule: "wrong_field_count",
    shown: "F1,2020-03-11,1,200.00,1,200.00,2020-03-11"
  },
  {
    what: "fields that a thousands separator shifts, the last of them empty",
    line: "F1,2020-03-11,1,200.00,1200.00,",
    rule: "wrong_field_count",
    shown: "F1,2020-03-11,1,200.00,1200.00,"
  },
  {
    what: "bytes of no encoding",
    line: Buffer.from([0xff, 0xff, ...Buffer.from(",2020-03-11,1,1,2020-03-11")]),
    rule: "unreadable",
    shown: "\ufffd\ufffd,2020-03-11,1,1,2020-03-11"
  },
  {
    what: "a NUL",
    line: "F1,2020-03-11,12\u000000.00,1200.00,2020-03-11",
    rule: "unreadable",
    shown: "F1,2020-03-11,12\u240000.00,1200.00,2020-03-11"
  },
  {
    what: "a quote that never closes",
    line: '"F1,2020-03-11,1200.00,1200.00,2020-03-11',
    rule: "unreadable",
    shown: '"F1,2020-03-11,1200.00,1200.00,2020-03-11'
  }
];

describe("a damaged row", () => {
  describe.each([
    ["in a file that is plain otherwise", "\n"],
    ["in a file with Windows line ends", "\r\n"]
  ])("%s", (_, end) => {
    it.each(DAMAGES)("is listed as it stands, and costs no other row: $what", async ({line, rule, shown}) => {
      const lines = LINES.map((text, at) => (at === 11 ? Buffer.from(line as string) : Buffer.from(text)));
      const folder = await writeBank(SMALL_BANK);
      await writeFile(join(folder, "repayments.csv"), Buffer.concat(lines.flatMap((each) => [each, Buffer.from(end)])));
      await inMemory(async (engine) => {
        const report = await loadSource(engine, sourceOf("demo"), folder);
        expect(report.tables.at(-1)).toEqual({
          extract: "repayments",
          rowsIn: 30,
          loaded: 29,
          duplicates: 0,
          quarantined: 1,
          leftOut: 0
        });
        expect(await rows(engine, "select * from quarantine")).toEqual([
          {
            batch_id: 5,
            extract: "repayments",
            source_file: "repayments.csv",
            source_line: 12n,
            column_name: null,
            value: shown,
            rule,
            event_date: null,
            raw: null,
            replayed_in: null
          }
        ]);
        expect(await sorted(engine, "select due_date from stg_repayments")).toEqual(
          GOOD.filter((__, at) => at !== 10).map((row) => ({due_date: row["due_date"]}))
        );
      });
    });
  });

  it("is none in a file that is all in another encoding", async () => {
    const folder = await writeBank(SMALL_BANK);
    const line = Buffer.from([0xca, 0xbe, 0xc0, 0xfd, ...Buffer.from(",2020-03-11,1,1,2020-03-11\n")]); // 示例 in GB18030
    await writeFile(join(folder, "repayments.csv"), Buffer.concat([Buffer.from(csvOf(GOOD)), line]));
    await inMemory(async (engine) => {
      await loadSource(engine, sourceOf("demo"), folder);
      expect(await rows(engine, "select source_line, rule, value from quarantine")).toEqual([
        {source_line: 32n, rule: "unknown_reference", value: "示例"}
      ]);
    });
  });

  it("is one where a quoted field breaks off in the middle of a file, and the rows below it load", async () => {
    const lines = LINES.map((text, at) => (at === 3 ? text.replace("F1", '"F1') : text));
    const folder = await writeBank(SMALL_BANK);
    await writeFile(join(folder, "repayments.csv"), `${lines.join("\n")}\n`);
    await inMemory(async (engine) => {
      const report = await loadSource(engine, sourceOf("demo"), folder);
      expect(report.tables.at(-1)).toMatchObject({rowsIn: 30, loaded: 29, quarantined: 1});
      expect(await rows(engine, "select source_line from quarantine")).toEqual([{source_line: 4n}]);
    });
  });
});
