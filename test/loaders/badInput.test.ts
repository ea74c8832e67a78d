import {mkdir, readFile, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {invoices} from "#loaders/contracts/invoices.js";
import {loadSource} from "#loaders/load.js";
import {sourceOf} from "#loaders/source.js";
import {defineExtract} from "#warehouse/contract.js";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {UserError} from "#warehouse/engine/userError.js";
import {csvOf, exposure, newFolder, obligor, SMALL_BANK, withRows, writeBank} from "./support/smallBank.js";
import {contents, inMemory} from "./support/warehouse.js";

const demo = sourceOf("demo");
const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex");
const OBLIGORS = csvOf(SMALL_BANK["obligors"]!);

/** What may be wrong: a change to a good folder, and the sentence that must come out. */
const CASES: readonly {
  readonly what: string;
  readonly spoil: (folder: string) => Promise<void>;
  readonly says: RegExp;
}[] = [
  {
    what: "a folder that is not there",
    spoil: (folder) => rm(folder, {recursive: true}),
    says: /: there is no such folder; name the folder with the extracts$/
  },
  {
    what: "a file in the place of the folder",
    spoil: async (folder) => {
      await rm(folder, {recursive: true});
      await writeFile(folder, "x");
    },
    says: /: this is a file; name the folder with the extracts$/
  },
  {
    what: "a folder without any known file",
    spoil: async (folder) => {
      await rm(folder, {recursive: true});
      await mkdir(folder);
      await writeFile(join(folder, "readme.txt"), "nothing");
    },
    says: /: no file of source demo is here; expected obligors\.csv or obligors\.parquet and what else the source has$/
  },
  {
    what: "a folder without the obligors",
    spoil: (folder) => rm(join(folder, "obligors.csv")),
    says: /: obligors\.csv or obligors\.parquet of source demo is missing; put it there and load again$/
  },
  {
    what: "a misnamed file",
    spoil: (folder) => writeFile(join(folder, "Account Transactions.csv"), "a\n"),
    says: /: Account Transactions\.csv is no file of source demo; rename it to account_transactions\.csv, or take it out$/
  },
  {
    what: "an extract that comes twice",
    spoil: (folder) => writeFile(join(folder, "obligors.parquet"), "x"),
    says: /: obligors\.csv and obligors\.parquet are both here and hold the same extract; keep one of them$/
  },
  file("an empty file", "obligors.csv", "", /^obligors\.csv: the file is empty; export it again/),
  file("a file of blank lines", "obligors.csv", "\n \n", /^obligors\.csv: the file is empty; export it again/),
  file(
    "a header that lacks columns",
    "obligors.csv",
    OBLIGORS.replace("valid_from", "Valid From").replace("published_date", "known"),
    /^obligors\.csv: the header lacks valid_from \(is it "Valid From"\?\), published_date; add them and load again$/
  ),
  file(
    "a header that seems to misspell a column that may be empty",
    "obligors.csv",
    OBLIGORS.replace("employees", "Employes"),
    /^obligors\.csv: the header lacks employees \(is it "Employes"\?\); add it and load again$/
  ),
  file(
    "a header with a column twice",
    "obligors.csv",
    OBLIGORS.replace("region", "name"),
    /^obligors\.csv: the header has column name twice; rename or remove one of them$/
  ),
  file(
    "a picture named .csv",
    "obligors.csv",
    PNG,
    /^obligors\.csv: this is a PNG picture; take it out of the folder$/
  ),
  file(
    "a workbook that breaks off",
    "obligors.csv",
    Buffer.from("504b030414000600", "hex"),
    /^obligors\.csv: the archive breaks off before its end; copy it again$/
  ),
  file(
    "a text of other columns",
    "invoices.parquet",
    "a,b\n1,2\n",
    /^invoices\.parquet: the header lacks invoice_id, obligor_id, .+, status; add them and load again$/
  ),
  file(
    "a Parquet file that breaks off",
    "invoices.parquet",
    Buffer.from("PAR1 and then nothing"),
    /^invoices\.parquet: this Parquet file breaks off before its end; copy it again$/
  ),
  file(
    "a Parquet file with a broken inside",
    "invoices.parquet",
    Buffer.from("PAR1 nonsense in the middle PAR1"),
    /^invoices\.parquet: the file cannot be read \(.+\); export it again$/
  ),
  {
    what: "a Parquet file with damaged rows, found when others are read already",
    spoil: async (folder) => {
      const path = join(folder, "invoices.parquet");
      const columns = Object.keys(invoices.columns).map((name) => `md5(cast(i as varchar)) as "${name}"`);
      await inMemory((engine) => engine.run(`copy (select ${columns.join(", ")} from range(5000) t(i)) to '${path}'`));
      const bytes = await readFile(path);
      await writeFile(path, bytes.fill(0xff, 4, bytes.length >> 1));
    },
    says: /^invoices\.parquet: the file cannot be read \(.+\); export it again$/
  },
  file(
    "obligors of whom none can be loaded",
    "obligors.csv",
    csvOf([obligor("O1", {valid_from: "?"})]),
    /^obligors: 1 of 1 rows \(100 %\) broke a rule, so that none was loaded; most often not_a_date \(1 of them\), first in obligors\.csv, line 2, column valid_from, value "\?"; write dates as 2020-01-31, and load again$/
  ),
  file(
    "obligors without a row",
    "obligors.csv",
    OBLIGORS.slice(0, OBLIGORS.indexOf("\n") + 1),
    /^obligors: the file has no rows, and without obligors there is no book; export it again$/
  ),
  file(
    "an extract of which none can be loaded",
    "repayments.csv",
    csvOf(SMALL_BANK["repayments"]!).replaceAll("2020-01-20", "Jan 20th"),
    /^repayments: 2 of 2 rows \(100 %\) broke a rule, so that none was loaded; most often not_a_date .+, line 2, column due_date, value "Jan 20th"; /
  ),
  file(
    "an extract of which too much is quarantined",
    "exposures.csv",
    csvOf([
      exposure("F1", "2020-01-31"),
      ...Array.from({length: 21}, () => exposure("F1", "2020-02-29", {drawn: "-1"}))
    ]),
    /^exposures: 21 of 22 rows \(95\.45 %\) broke a rule, more than the 5 % allowed; most often sign \(21 of them\), first in exposures\.csv, line 3, column drawn, value "-1"; check the signs of the column, and load again$/
  )
];

function file(what: string, name: string, content: string | Buffer, says: RegExp) {
  return {what, spoil: (folder: string) => writeFile(join(folder, name), content), says};
}

describe("bad input", () => {
  let engine: Engine;
  let path: string;

  beforeAll(async () => {
    path = join(await newFolder(), "warehouse.duckdb");
    engine = await openDuckDB(path);
    await loadSource(engine, demo, await writeBank(SMALL_BANK));
  });
  afterAll(() => engine.close());

  it.each(CASES)("$what is told in one sentence, and the warehouse stays as it was", async ({spoil, says}) => {
    const before = await contents(engine);
    const folder = await writeBank(withRows(SMALL_BANK, "exposures", exposure("F1", "2020-03-31")));
    await spoil(folder);
    const error: unknown = await loadSource(engine, demo, folder).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toMatch(says);
    expect((error as UserError).message).not.toContain("\n");
    expect(await contents(engine)).toEqual(before);
    engine.close();
    engine = await openDuckDB(path);
    expect(await contents(engine)).toEqual(before);
  });

  it("an unknown source is told with the sources there are", () => {
    expect(() => sourceOf("lending club")).toThrow(UserError);
    expect(() => sourceOf("lending club")).toThrow(
      'unknown source "lending club"; known are demo, cumcm2020c, american-bankruptcy'
    );
  });

  it("a contract column without purpose, basis, retention and sensitivity does not load", () => {
    const about = {en: "Phone", zh: "电话"};
    const phone = {type: "varchar", unit: "text", nullable: false, sign: "any", about} as const;
    expect(() =>
      defineExtract({
        name: "contacts",
        about,
        grain: ["phone"],
        dates: {event: "phone", published: "phone"},
        columns: {phone}
      })
    ).toThrow("contacts.phone: declare purpose, legal basis, retention and sensitivity, or leave it out");
  });
});
