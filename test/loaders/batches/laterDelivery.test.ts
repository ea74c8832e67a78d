import {describe, expect, it} from "vitest";
import {replayQuarantine} from "#loaders/batches/replay.js";
import {loadSource} from "#loaders/load.js";
import type {Source} from "#loaders/sources/contract.js";
import {UserError} from "#warehouse/engine/userError.js";
import {demoWith, incremental} from "../support/exposureSource.js";
import {exposure, facility, obligor, repayment, SMALL_BANK, withRows, writeBank} from "../support/smallBank.js";
import {contents, inMemory, rows, sorted} from "../support/warehouse.js";

const demo = demoWith({});

describe("a delivery after others", () => {
  it("does not count as a parent what it ends itself", async () => {
    const first = await writeBank(SMALL_BANK);
    const later = await writeBank({
      ...withRows(SMALL_BANK, "facilities", facility("F3", "O2")),
      obligors: [obligor("O1", {})]
    });
    await inMemory(async (engine) => {
      await loadSource(engine, demo, first);
      await loadSource(engine, demo, later);
      const found = await rows(engine, "select extract, source_line, rule, value from quarantine where batch_id > 5");
      expect(found).toEqual([
        {extract: "facilities", source_line: 3n, rule: "unknown_reference", value: "O2"},
        {extract: "facilities", source_line: 4n, rule: "unknown_reference", value: "O2"}
      ]);
    });
  });

  it("does not end a row of which it says something that cannot be read", async () => {
    const first = await writeBank(SMALL_BANK);
    const exposures = [exposure("F1", "2020-01-31", {drawn: "a lot"}), exposure("F1", "2020-02-29")];
    const later = await writeBank({...SMALL_BANK, exposures});
    await inMemory(async (engine) => {
      await loadSource(engine, demo, first);
      await loadSource(engine, demo, later);
      expect(await sorted(engine, "select facility_id, month_end from stg_exposures")).toEqual([
        {facility_id: "F1", month_end: "2020-01-31"},
        {facility_id: "F1", month_end: "2020-02-29"}
      ]);
    });
  });

  it("is refused where it ends a rate by which amounts in force are converted, and changes nothing", async () => {
    const dollars = {...demoWith({}).extracts.find(({contract}) => contract.name === "repayments")!};
    const columns = ["facility_id", "due_date", "amount_due", "amount_paid", "paid_date"];
    const mapping = {
      kind: "columns",
      columns: Object.fromEntries(columns.map((name) => [name, {from: name}])),
      where: [],
      currency: {column: "currency"}
    } as const;
    const source = demoWith({repayments: {...dollars, mapping}});
    const rate = (day: string) => ({currency: "USD", rate_date: day, rate: "7", published_date: day});
    const repayments = SMALL_BANK["repayments"]!.map((row) => ({...row, currency: "USD"}));
    const first = await writeBank({...SMALL_BANK, repayments, fx_rates: [rate("2020-01-20"), rate("2020-02-20")]});
    const later = await writeBank({...SMALL_BANK, repayments, fx_rates: [rate("2020-02-20")]});
    await inMemory(async (engine) => {
      await loadSource(engine, source, first);
      expect(await rows(engine, "select distinct amount_due from stg_repayments")).toEqual([{amount_due: 8400}]);
      const before = await contents(engine);
      const error: unknown = await loadSource(engine, source, later).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(UserError);
      expect((error as Error).message).toMatch(/^fx_rates: 2 rows of repayments in force are in USD, .* 2020-01-20/);
      expect(await contents(engine)).toEqual(before);
    });
  });
});

describe("a replay after a later delivery", () => {
  const bad = repayment("F1", "2020-02-20", {paid_date: "20.02.2020", amount_paid: "1000.00"});
  const mapped = (date: string, source: Source): Source => ({
    ...source,
    extracts: source.extracts.map((extract) => {
      if (extract.contract.name !== "repayments") return extract;
      const same = ["facility_id", "due_date", "amount_due", "amount_paid"].map(
        (name) => [name, {from: name}] as const
      );
      const columns = {...Object.fromEntries(same), paid_date: {from: "paid_date", date: ["%Y-%m-%d", date]}};
      return {...extract, mapping: {kind: "columns", columns, where: [], currency: null}};
    })
  });
  const paid = "select amount_paid, paid_date from stg_repayments where due_date = date '2020-02-20'";

  it("does not let what a full delivery no longer has come back", async () => {
    const [first, later] = await Promise.all([
      writeBank(withRows(SMALL_BANK, "repayments", bad)),
      writeBank(SMALL_BANK)
    ]);
    await inMemory(async (engine) => {
      await loadSource(engine, mapped("%d/%m/%Y", demo), first!);
      await loadSource(engine, mapped("%d/%m/%Y", demo), later!);
      expect(await replayQuarantine(engine, mapped("%d.%m.%Y", demo))).toMatchObject({replayed: 0});
      expect(await rows(engine, paid)).toEqual([]);
    });
  });

  it("does not let an older row win over what a later increment said of its key", async () => {
    const source = incremental();
    const corrected = repayment("F1", "2020-02-20", {paid_date: "2020-02-21", amount_paid: "1200.00"});
    const first = await writeBank(withRows(SMALL_BANK, "repayments", bad));
    const later = await writeBank({...SMALL_BANK, repayments: [corrected]});
    await inMemory(async (engine) => {
      await loadSource(engine, mapped("%d/%m/%Y", source), first);
      await loadSource(engine, mapped("%d/%m/%Y", source), later);
      const report = await replayQuarantine(engine, mapped("%d.%m.%Y", source));
      expect(report).toEqual({replayed: 0, stillQuarantined: 1});
      expect(await rows(engine, paid)).toEqual([{amount_paid: 1200, paid_date: "2020-02-21"}]);
      expect(await rows(engine, "select rule, replayed_in from quarantine")).toEqual([
        {rule: "key_conflict", replayed_in: null}
      ]);
    });
  });

  it("takes the latest of the rows that were quarantined under one key, each with its own file and line", async () => {
    const source = incremental();
    const again = {...bad, amount_paid: "1100.00"};
    const first = await writeBank(withRows(SMALL_BANK, "repayments", bad));
    const later = await writeBank(withRows(SMALL_BANK, "repayments", again));
    await inMemory(async (engine) => {
      await loadSource(engine, mapped("%d/%m/%Y", source), first);
      await loadSource(engine, mapped("%d/%m/%Y", source), later);
      const report = await replayQuarantine(engine, mapped("%d.%m.%Y", source));
      expect(report).toEqual({replayed: 1, stillQuarantined: 1});
      expect(await rows(engine, paid)).toEqual([{amount_paid: 1100, paid_date: "2020-02-20"}]);
      const listed =
        "select batch_id, source_line, rule, replayed_in is null as is_open from quarantine where rule <> 'duplicate'";
      expect(await sorted(engine, listed)).toEqual([
        {batch_id: 5, source_line: 4n, rule: "key_conflict", is_open: true},
        {batch_id: 6, source_line: 4n, rule: "not_a_date", is_open: false}
      ]);
    });
  });
});
