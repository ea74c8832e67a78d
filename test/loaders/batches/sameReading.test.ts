import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {loadSource} from "#loaders/load.js";
import {demoWith} from "../support/exposureSource.js";
import {csvOf, facility, SMALL_BANK, writeBank, type Cells} from "../support/smallBank.js";
import {inMemory, rows, sorted} from "../support/warehouse.js";

const source = demoWith({facilities: {files: ["facilities.csv", "facilities.csv.gz"]}});

const DATES = [
  ..."2020-01-31|2020-1-31|2020/01/31|2020/1/3|20200131|31-01-2020|2020-01|2020|2020-02-30|0000-00-00|-2020-01-31".split(
    "|"
  ),
  ..."2020-01-31 00:00:00|2020-01-31T00:00:00|2020-01-31 12:30|2020-01-31Z|2020-01-31 BC|2020-01-31 (BC)".split("|"),
  ..."infinity|-infinity|epoch|today|2020.01.31|2020-01-31x|12020-01-31|2020-1-1-1|99999-01-01|1e3|true|null|NULL".split(
    "|"
  )
];
const AMOUNTS = [
  ..."1|1.5|1.005|1.004|0.005|-0.001|1e3|1E3|1e-3|1e30|.5|5.|+5|--5|1_000|1,000|0x10|1.2.3|１２|1e|e1|nan|inf|-inf".split(
    "|"
  ),
  ..."9999999999999999.99|9999999999999999.995|99999999999999999|0.00000000000000001|00012.50|1 000|1f|1d|true|NULL".split(
    "|"
  )
];
const RATES = [
  ..."0.05|5e-2|.05|5.|1e400|1e-400|inf|Infinity|nan|NaN|-0|0x1p-4|1_0|0.1e|0,05|1e5|4.9e-324|1.7976931348623157e308".split(
    "|"
  ),
  ..."0.1000000000000000055511151231257827|0.30000000000000004|12345678901234567890|+0.05|true|∞|null".split("|")
];

const cell = (texts: readonly string[]) =>
  fc.oneof(fc.constantFrom(...texts), fc.string({unit: fc.constantFrom(..."0123456789-+./eE_:T infa"), maxLength: 12}));
const oddRows = fc.array(
  fc
    .record({start_date: cell(DATES), maturity_date: cell(DATES), limit: cell(AMOUNTS), annual_rate: cell(RATES)})
    .map((odd) => withoutOuterBlanks(odd)),
  {minLength: 40, maxLength: 200}
);

/** A file with a blank beside a delimiter is not read as it lies. */
function withoutOuterBlanks(cells: Cells): Cells {
  return Object.fromEntries(Object.entries(cells).map(([name, text]) => [name, text.trim()]));
}

describe("a file that the engine parses", () => {
  it("says what it says when it is rewritten as text first: values, rules, and what stood there", async () => {
    await fc.assert(
      fc.asyncProperty(oddRows, async (odd) => {
        const good = facility("F1", "O1");
        const one = (name: string, text: string, nth: number) => facility(`${name}${nth}`, "O1", {[name]: text});
        const alone = [
          ...DATES.map((text, nth) => one("start_date", text, nth)),
          ...AMOUNTS.map((text, nth) => one("limit", text, nth)),
          ...RATES.map((text, nth) => one("annual_rate", text, nth))
        ];
        const text = csvOf([good, ...alone, ...odd.map((cells, nth) => facility(`R${nth}`, "O1", cells))]);
        const {wasRewritten, ...plain} = await loaded("facilities.csv", text);
        expect(plain.quarantine.length).toBeGreaterThan(30);
        expect(wasRewritten).toBe(false);
        const behind = `${text}\n`; // a blank line at the end, and the file is no longer plain
        expect(await loaded("facilities.csv", behind)).toEqual({...plain, wasRewritten: true});
        const packed = await loaded("facilities.csv.gz", gzipSync(text));
        expect(packed.facilities).toEqual(plain.facilities);
      }),
      {numRuns: 6}
    );
  });
});

async function loaded(name: string, content: string | Buffer) {
  const folder = await writeBank({obligors: SMALL_BANK["obligors"]!});
  await writeFile(join(folder, name), content);
  return await inMemory(async (engine) => {
    await loadSource(engine, source, folder, {quarantineLimit: 1});
    return {
      facilities: await sorted(engine, "select * from stg_facilities"),
      quarantine: await sorted(engine, "select * from quarantine"),
      wasRewritten: (await rows(engine, "select 1 as one from raw_facilities where source_line is null")).length === 0
    };
  });
}
