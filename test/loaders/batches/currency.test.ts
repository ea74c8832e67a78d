import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {loadSource} from "#loaders/load.js";
import {stageViews} from "#loaders/staging/views.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {credit, CREDIT, creditSource} from "../support/mappedBank.js";
import {obligor, writeBank, type Bank, type Cells} from "../support/smallBank.js";
import {inMemory, rows} from "../support/warehouse.js";

// Terms hold, and are converted, from the first day.
const start = CREDIT.columns["start_date"]!;
const source = creditSource({columns: {...CREDIT.columns, valid_from: start, published_date: start}});
const obligors = [obligor("O1", {})];

function fxRate(currency: string, day: string, rate: string): Cells {
  return {currency, rate_date: day, rate, published_date: day};
}

describe("amounts in another currency", () => {
  it("are converted at the rate of their day, or the last before it, to two decimals", async () => {
    const bank: Bank = {
      obligors,
      fx_rates: [
        fxRate("USD", "2020-01-30", "6.9"),
        fxRate("USD", "2020-01-31", "7.1234"),
        fxRate("USD", "2020-02-01", "99"),
        fxRate("EUR", "2019-06-01", "7.8")
      ],
      facilities: [
        credit("own", {额度: "10.01"}),
        credit("of-the-day", {额度: "10.01", 币种: "USD"}), // 71.305234
        credit("spelt-small", {额度: "10.01", 币种: "usd"}),
        credit("of-an-earlier-day", {额度: "3.33", 币种: "EUR"}), // 25.974
        credit("the-day-before", {额度: "10", 币种: "USD", 起始: "2020-01-30"}),
        credit("before-all-rates", {币种: "USD", 起始: "2020-01-29"}),
        credit("of-no-rate", {币种: "JPY"})
      ]
    };
    await inMemory(async (engine) => {
      await loadSource(engine, source, await writeBank(bank));
      expect(await limits(engine)).toEqual({
        own: "10.01",
        "of-the-day": "71.31",
        "spelt-small": "71.31",
        "of-an-earlier-day": "25.97",
        "the-day-before": "69.00"
      });
      expect(await rows(engine, QUARANTINED)).toEqual([
        {column_name: "source_currency", line: 7, rule: "no_exchange_rate", value: "USD"},
        {column_name: "source_currency", line: 8, rule: "no_exchange_rate", value: "JPY"}
      ]);
    });
  });

  it("are what the product of amount and rate is, to half a cent", async () => {
    const amounts = fc.array(
      fc.record({cents: fc.integer({min: 0, max: 10 ** 12}), tenThousandths: fc.integer({min: 1, max: 10 ** 7})}),
      {
        minLength: 1,
        maxLength: 50
      }
    );
    const day = (nth: number) => new Date(Date.UTC(2020, 0, 1 + nth)).toISOString().slice(0, 10);
    const decimal = (whole: number, places: number) => (whole / 10 ** places).toFixed(places);
    await fc.assert(
      fc.asyncProperty(amounts, async (given) => {
        const bank: Bank = {
          obligors,
          fx_rates: given.map(({tenThousandths}, nth) => fxRate("USD", day(nth), decimal(tenThousandths, 4))),
          facilities: given.map(({cents}, nth) =>
            credit(`F${nth}`, {额度: decimal(cents, 2), 币种: "USD", 起始: day(nth)})
          )
        };
        await inMemory(async (engine) => {
          await loadSource(engine, source, await writeBank(bank));
          const staged = await limits(engine);
          for (const [nth, {cents, tenThousandths}] of given.entries()) {
            const millionths = BigInt(cents) * BigInt(tenThousandths);
            const off = BigInt(staged[`F${nth}`]!.replace(".", "")) * 10_000n - millionths;
            expect(off >= -5_000n - SLACK && off <= 5_000n + SLACK, `${cents} cents at ${tenThousandths}`).toBe(true);
          }
        });
      }),
      {numRuns: 5}
    );
  });

  it("stay as they came in raw, and follow a rate that is corrected", async () => {
    const first: Bank = {
      obligors,
      fx_rates: [fxRate("USD", "2020-01-31", "7")],
      facilities: [credit("F1", {币种: "USD"})]
    };
    const second: Bank = {obligors, fx_rates: [fxRate("USD", "2020-01-31", "6.5")]};
    await inMemory(async (engine) => {
      await loadSource(engine, source, await writeBank(first));
      const [{batch}] = (await rows(engine, "select max(batch_id) as batch from load_batches")) as [{batch: number}];
      await loadSource(engine, source, await writeBank(second));
      expect(await limits(engine)).toEqual({F1: "6500.00"});
      expect(await rows(engine, 'select "limit", source_currency from raw_facilities')).toEqual([
        {limit: 1000, source_currency: "USD"}
      ]);
      await stageViews(engine, source, {asOfBatch: batch});
      expect(await limits(engine)).toEqual({F1: "7000.00"});
    });
  });

  it("are another row than the same amount in the reporting currency", async () => {
    const first: Bank = {obligors, fx_rates: [fxRate("USD", "2020-01-31", "7")], facilities: [credit("F1")]};
    const second: Bank = {obligors, facilities: [credit("F1", {币种: "USD"})]};
    await inMemory(async (engine) => {
      await loadSource(engine, source, await writeBank(first));
      await loadSource(engine, source, await writeBank(second));
      expect(await limits(engine)).toEqual({F1: "7000.00"});
    });
  });

  it("may be in one currency for all of a file", async () => {
    const inDollars = creditSource({currency: "USD"});
    const bank: Bank = {obligors, fx_rates: [fxRate("USD", "2020-01-31", "7")], facilities: [credit("F1")]};
    await inMemory(async (engine) => {
      await loadSource(engine, inDollars, await writeBank(bank));
      expect(await limits(engine)).toEqual({F1: "7000.00"});
    });
  });
});

const SLACK = 200n; // of a double, in millionths: amounts go up to 10^13
const QUARANTINED =
  "select column_name, cast(source_line as integer) as line, rule, value from quarantine order by source_line";

/** Limits as staging shows them, by facility. */
async function limits(engine: Engine): Promise<Record<string, string>> {
  const found = await rows(engine, 'select facility_id, cast("limit" as varchar) as text from stg_facilities');
  return Object.fromEntries(found.map(({facility_id: id, text}) => [String(id), String(text)]));
}
