import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {loadSource} from "#loaders/load.js";
import {literal} from "#warehouse/engine/engine.js";
import {ANY_FORM, FORMS, PLAIN, writeBankAs, type Form} from "./support/forms.js";
import {
  exposure,
  facility,
  newFolder,
  obligor,
  SMALL_BANK,
  withRows,
  type Bank,
  type Cells
} from "./support/smallBank.js";
import {inMemory, rows, staged} from "./support/warehouse.js";

const TRICKY = withRows(SMALL_BANK, "obligors", obligor("O3", {name: '示例"三",有限;公司|甲'}));
const BANK = withRows(
  TRICKY,
  "exposures",
  exposure("F1", "2020-02-30"),
  exposure("F9", "2020-03-31"),
  exposure("F1", "2020-03-31", {drawn: "-1"}),
  exposure("F2", "2020-03-31", {drawn: "7.5"}),
  exposure("F1", "2020-01-31")
);

/** What a bank in a form becomes: staging, and the list of what did not load, with lines counted from the header. */
async function loaded(form: Form, bank: Bank) {
  const folder = await writeBankAs(form, bank);
  return await inMemory(async (engine) => {
    const {tables} = await loadSource(engine, ANY_FORM, folder, {quarantineLimit: 1});
    const quarantine = await rows(
      engine,
      `select extract, source_line - ${form.headerLine} as row, column_name, value, rule, event_date, raw from quarantine`
    );
    const lying = await rows(engine, "select distinct file_id from load_line_shifts"); // of such files lines are derived
    const bank = {tables, staging: await staged(engine), quarantine};
    return {bank, asTheyLie: lying.length};
  });
}

describe("a bank that comes in another form", () => {
  const plain = loaded(PLAIN, BANK).then(({bank}) => bank);

  it("is one with rows to load and rows to refuse", async () => {
    expect((await plain).quarantine.map(({rule}) => rule)).toEqual([
      "not_a_date",
      "unknown_reference",
      "sign",
      "duplicate"
    ]);
    expect((await plain).staging["stg_obligors"]).toContainEqual(
      expect.objectContaining({name: '示例"三",有限;公司|甲'})
    );
  });

  it.each(Object.entries(FORMS))("is the same bank: %s", async (_, form) => {
    expect((await loaded(form, BANK)).bank).toEqual(await plain);
  });

  it("is the same bank: Parquet of text", async () => {
    const folder = await newFolder();
    await inMemory(async (engine) => {
      for (const extract of Object.keys(BANK)) {
        const from = `${await writeBankAs(PLAIN, BANK)}/${extract}.csv`;
        await engine.run(`copy (select * from read_csv(${literal(from)}, header = true, all_varchar = true))
          to ${literal(`${folder}/${extract}.parquet`)} (format parquet)`);
      }
      await loadSource(engine, ANY_FORM, folder, {quarantineLimit: 1});
      expect(await staged(engine)).toEqual((await plain).staging);
      const listed = await rows(engine, "select extract, column_name, value, rule, event_date, raw from quarantine");
      expect(listed.map((each, at) => ({...each, row: BigInt(at)}))).toEqual(
        (await plain).quarantine.map((each, at) => ({...each, row: BigInt(at)}))
      );
    });
  });
});

describe("a value", () => {
  const part = fc.constantFrom(..."0123589-+./eE_'%:TZ月n #ifaJDdL£∞()\\", "BC", "12", "2020", "Jan");
  const odd = fc.array(part, {minLength: 1, maxLength: 6}).map((parts) => parts.join("").trim());
  const known = fc.constantFrom(
    "",
    "2020-1-5",
    "1e3",
    ".5",
    "5.",
    "nan",
    "-inf",
    "true",
    "0x1F",
    "１２",
    "1.005",
    "9".repeat(20)
  );
  const cell = fc.oneof({weight: 2, arbitrary: odd}, known);
  const row = fc.record({
    start_date: cell,
    limit: cell,
    annual_rate: cell,
    product: fc.constantFrom("supply_chain", "x")
  });

  it("is read alike where the engine reads the file as it lies and where it was rewritten first", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, {minLength: 40, maxLength: 80}), async (odds) => {
        const facilities = odds.map((cells: Cells, at) => facility(`G${at}`, "O1", cells));
        const counts = odds.map(({limit}, at) => exposure("F1", `${2010 + at}-01-31`, {days_past_due: limit}));
        const bank = {
          obligors: SMALL_BANK["obligors"]!,
          facilities: [facility("F1", "O1"), ...facilities],
          exposures: [exposure("F1", "2009-01-31"), ...counts]
        };
        const rewritten = await loaded(FORMS["CSV in UTF-16, little end first"]!, bank);
        const lying = await loaded(PLAIN, bank);
        expect([lying.asTheyLie, rewritten.asTheyLie]).toEqual([3, 0]);
        expect(lying.bank).toEqual(rewritten.bank);
      }),
      {numRuns: 5, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true}
    );
  });
});
