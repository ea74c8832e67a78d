import {existsSync, mkdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {silentProgress} from "#pipeline/progress.js";
import {csvLine, inert} from "#pipeline/quarantine/csv.js";
import {exportQuarantine, listQuarantine, replay, showQuarantine} from "#pipeline/quarantine.js";
import {readSettings} from "#pipeline/settings/settings.js";
import {UserError} from "#pipeline/userError.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {makeLoadTables} from "../loaders/support/loadTables.js";
import {loanscape} from "../support/command.js";
import {ownFolder} from "../support/smallBank.js";

/** A state folder whose warehouse of the demo bank has rows in quarantine, as SQL values. */
async function stateWith(values: string): Promise<string> {
  const state = ownFolder("quarantine");
  mkdirSync(join(state, "demo"));
  const engine = await openDuckDB(join(state, "demo", "warehouse.duckdb"), {threads: 1});
  await makeLoadTables(engine);
  await engine.run(`insert into quarantine
    select batch_id, extract, source_file, source_line, column_name, value, rule, null, raw, replayed_in
    from (values ${values}) t(batch_id, extract, source_file, source_line, column_name, value, rule, raw, replayed_in)`);
  engine.close();
  return state;
}

const VALUES = `
  (1, 'obligors', 'o.csv', 9, 'region', '99x', 'bad_format', '{"region":"99x"}', null),
  (2, 'invoices', 'i.csv', 17, 'amount', '=1+1', 'not_a_number', '{"amount":"=1+1"}', null),
  (2, 'invoices', 'i.csv', 3, 'amount', 'a"b,c', 'not_a_number', '{}', null),
  (2, 'invoices', 'i.csv', 4, 'amount', 'x', 'not_a_number', '{}', 3),
  (2, 'invoices', '=x.csv', 5, null, null, 'unreadable', null, null)`;

const request = (state: string) => ({sourceId: "demo", settings: readSettings({state}, {}, undefined)});

describe("the quarantine", () => {
  it("is counted by extract, rule and column, the newest batch first", async () => {
    const {rules} = await listQuarantine(request(await stateWith(VALUES)));
    expect(rules).toEqual([
      {extract: "invoices", rule: "not_a_number", column: "amount", rows: 3, replayed: 1, latestBatch: 2},
      {extract: "invoices", rule: "unreadable", column: null, rows: 1, replayed: 0, latestBatch: 2},
      {extract: "obligors", rule: "bad_format", column: "region", rows: 1, replayed: 0, latestBatch: 1}
    ]);
  });

  it("is shown in the order of file and line, with what to do, and without what was replayed", async () => {
    const state = await stateWith(VALUES);
    const {rows} = await showQuarantine({...request(state), extract: "invoices", rule: "not_a_number", limit: 20});
    expect(rows.map(({file, line, value, remedy}) => [file, line, value, remedy])).toEqual([
      ["i.csv", 3, 'a"b,c', "write numbers as 1234.56, without separators"],
      ["i.csv", 17, "=1+1", "write numbers as 1234.56, without separators"]
    ]);
    expect((await showQuarantine({...request(state), extract: "invoices", limit: 1})).rows).toHaveLength(1);
  });

  it("is exported for a spreadsheet, which must compute nothing of it", async () => {
    const state = await stateWith(VALUES);
    const {file, rows} = await exportQuarantine({...request(state), out: join(state, "out.csv")});
    expect(rows).toBe(4);
    const text = readFileSync(file, "utf8");
    expect(text.startsWith("\uFEFFbatch,extract,file,line,column,value,rule,remedy,row\r\n")).toBe(true);
    expect(text.split("\r\n").slice(1)).toEqual([
      '1,obligors,o.csv,9,region,99x,bad_format,write the codes as the contract says,"{""region"":""99x""}"',
      `2,invoices,i.csv,17,amount,'=1+1,not_a_number,"write numbers as 1234.56, without separators","{""amount"":""=1+1""}"`,
      '2,invoices,i.csv,3,amount,"a""b,c",not_a_number,"write numbers as 1234.56, without separators",{}',
      "2,invoices,'=x.csv,5,,,unreadable,mend the bytes or the quotes at this place,",
      ""
    ]);
    const part = await exportQuarantine({...request(state), out: join(state, "part.csv"), extract: "obligors"});
    expect(part.rows).toBe(1);
  });

  it.each([
    [{extract: "invoice"}, /there is no extract "invoice"; there are .*invoices/],
    [{extract: "invoices", rule: "typo"}, /there is no rule "typo"; there are .*not_a_number/]
  ])("refuses a name that is not known: %j", async (named, sentence) => {
    const state = await stateWith(VALUES);
    await expect(showQuarantine({...request(state), ...named, limit: 1})).rejects.toThrow(sentence);
    const out = join(state, "out.csv");
    await expect(exportQuarantine({...request(state), ...named, out})).rejects.toThrow(UserError);
    expect(existsSync(out)).toBe(false);
  });

  it("says so where nothing was loaded yet, and makes no warehouse", async () => {
    const state = ownFolder("quarantine");
    const sentence = /nothing of demo has been loaded yet; run "loanscape load --source demo" first/;
    await expect(listQuarantine(request(state))).rejects.toThrow(sentence);
    const asked = replay({...request(state), progress: silentProgress, now: () => new Date(0)});
    await expect(asked).rejects.toThrow(sentence);
    expect(existsSync(join(state, "demo"))).toBe(false);
  });

  it("says so where an earlier version made the warehouse", async () => {
    const state = ownFolder("quarantine");
    mkdirSync(join(state, "demo"));
    const engine = await openDuckDB(join(state, "demo", "warehouse.duckdb"), {threads: 1});
    await engine.run("create table quarantine (extract varchar)");
    engine.close();
    await expect(listQuarantine(request(state))).rejects.toThrow(/holds no quarantine yet/);
  });
});

describe("a cell", () => {
  it.each(["=1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", "＝1"])(
    "that begins like a formula is inert: %j",
    (text) => {
      expect(inert(text)).toBe(`'${text}`);
    }
  );

  it("comes back as it was, but for that apostrophe", () => {
    const parsed = (line: string) =>
      [...`,${line.slice(0, -2)}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(([, quoted, plain]) =>
        quoted === undefined ? plain : quoted.replaceAll('""', '"')
      );
    fc.assert(
      fc.property(fc.array(fc.string({unit: "binary"}), {minLength: 1, maxLength: 5}), (cells) => {
        expect(parsed(csvLine(cells))).toEqual(cells.map(inert));
        for (const cell of parsed(csvLine(cells))) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      })
    );
  });
});

describe("loanscape quarantine", () => {
  it("lists, shows and exports, as text and as JSON", async () => {
    const state = await stateWith(
      `${VALUES}, (2, 'invoices', 'i.csv', 99, 'amount', 'red' || chr(27) || '[31m', 'not_a_number', '{}', null)`
    );
    const list = await loanscape(["quarantine", "list", "--state", state]);
    expect([list.code, list.stdout.split("\n")[1]]).toEqual([
      0,
      expect.stringMatching(/^invoices\s+not_a_number\s+amount\s+4\s+1\s+2$/)
    ]);
    const show = await loanscape(["quarantine", "show", "invoices", "--limit", "9", "--state", state]);
    expect(show.stdout).toContain(
      'i.csv, line 17, column amount: not_a_number "=1+1"; write numbers as 1234.56, without separators'
    );
    expect(show.stdout).not.toContain("\u001b");
    const json = await loanscape(["quarantine", "show", "obligors", "--json", "--state", state]);
    expect(JSON.parse(json.stdout)).toMatchObject({
      ok: true,
      extract: "obligors",
      rows: [{line: 9, rule: "bad_format"}]
    });
    const out = join(state, "q.csv");
    const exported = await loanscape(["quarantine", "export", "--out", out, "--state", state]);
    expect([exported.code, exported.stdout]).toEqual([0, `Wrote 5 rows to ${out}.\n`]);
  });

  it.each([
    [["list"], /nothing of demo has been loaded yet/],
    [["show", "invoices", "--limit", "0"], /whole number from 1/],
    [["show"], /missing required argument 'extract'/],
    [["list", "--source", "mars"], /unknown source "mars"/]
  ])("%j ends with exit 1 and a sentence", async (args, sentence) => {
    const {code, stderr} = await loanscape(["quarantine", ...args, "--state", ownFolder("quarantine")]);
    expect([code, stderr]).toEqual([1, expect.stringMatching(sentence)]);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
