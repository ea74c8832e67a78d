import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import {readdir, readFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {writeDemoBank} from "#loaders/demo/demoBank.js";
import {EXTRACT_FILES} from "#loaders/demo/files/extractFiles.js";
import {isSocialCreditCode} from "#loaders/entities/socialCreditCode.js";
import {numbersOf, rowsOf, textsOf} from "#warehouse/engine/columns.js";
import {literal, type Engine} from "#warehouse/engine/engine.js";
import {readControls} from "#loaders/controls/readControls.js";
import {openTestBank, testBanks, type TestBank, type TestBanks} from "./bankForTests.js";

/** Contracts of the extracts that the bank writes. */
const CONTRACTS = EXTRACT_FILES.map(({contract}) => contract);

let banks: TestBanks;
let bank: TestBank;
let engine: Engine;

beforeAll(async () => {
  banks = await testBanks();
  bank = await banks.write("one", {seed: 11, threads: 3, obligors: 280});
  engine = await openTestBank(bank);
});

afterAll(async () => {
  engine.close();
  await banks.remove();
});

async function rows<Row>(sql: string): Promise<Row[]> {
  return rowsOf<Row>(await engine.columns(sql));
}

async function count(sql: string): Promise<number> {
  return numbersOf(await engine.columns(`select count(*) as n from (${sql})`), "n")[0]!;
}

async function hashes(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [
        name,
        createHash("sha256")
          .update(await readFile(join(folder, name)))
          .digest("hex")
      ])
    )
  );
}

describe("bytes", () => {
  it("are the same for the same seed, on one thread and on three, and other for another seed", async () => {
    const again = await banks.write("again", {seed: 11, threads: 1, obligors: 280});
    expect(await hashes(again.folder)).toEqual(await hashes(bank.folder));
    expect(await hashes(again.truthFolder)).toEqual(await hashes(bank.truthFolder));
    const other = await banks.write("other", {seed: 12, threads: 2, obligors: 40});
    const twin = await banks.write("twin", {seed: 13, threads: 2, obligors: 40});
    const [a, b] = [await hashes(other.folder), await hashes(twin.folder)];
    for (const {fileName} of EXTRACT_FILES) expect([fileName, a[fileName]]).not.toEqual([fileName, b[fileName]]);
  });

  it("need a seed that is a whole number of zero or more", async () => {
    const refused = writeDemoBank({...bank, size: "small", seed: -1});
    await expect(refused).rejects.toThrow("seed: expected a whole number of zero or more; got -1");
  });

  it("leave the old bank as it was when writing fails half-way", async () => {
    const before = await hashes(bank.folder);
    const fails = writeDemoBank({
      ...bank,
      size: "small",
      seed: 99,
      obligors: 5,
      onProgress(line) {
        if (line.includes("exposures")) throw new Error("the power went out");
      }
    });
    await expect(fails).rejects.toThrow("the power went out");
    expect(await hashes(bank.folder)).toEqual(before);
    expect((await readdir(dirname(bank.folder))).sort()).toEqual(["extracts", "truth"]);
  });
});

describe("extracts", () => {
  it("hold one file for each contract, with its columns in order, and the number of rows that the summary says", async () => {
    const files = [...EXTRACT_FILES.map(({fileName}) => fileName), "controls.yaml"];
    expect((await readdir(bank.folder)).sort()).toEqual(files.sort());
    for (const {name, columns} of CONTRACTS) {
      const described = await engine.describe(`select * exclude (line) from file_${name}`);
      expect(described.map((column) => column.name)).toEqual(Object.keys(columns));
      expect(await count(`select 1 from file_${name}`)).toBe(bank.summary.rowsByExtract[name]);
    }
  });

  it("are sorted by key when the planted rows are left out", async () => {
    for (const [name, key] of [
      ["account_transactions", "transaction_id"],
      ["invoices", "invoice_id"],
      ["receivables", "receivable_id"],
      ["orders", "order_id"],
      ["exposures", "facility_id || cast(month_end as varchar)"],
      ["repayments", "facility_id || cast(due_date as varchar)"]
    ] as const) {
      const disorder = `select lag(${key}) over (order by line) as before, ${key} as key from clean_${name} qualify before >= key`;
      expect([name, await count(disorder)]).toEqual([name, 0]);
    }
  });

  it("keep every rule of their contracts once the planted rows are gone", async () => {
    for (const {name, columns, grain} of CONTRACTS) {
      expect(await count(`select 1 from clean_${name} group by ${grain.join(", ")} having count(*) > 1`)).toBe(0);
      for (const [column, {nullable, sign, allowed, pattern, references, type}] of Object.entries(columns)) {
        const quoted = `"${column}"`;
        const faults = [
          nullable ? null : `${quoted} is null`,
          sign === "nonnegative" ? `${quoted} < 0` : sign === "positive" ? `${quoted} <= 0` : null,
          allowed === undefined ? null : `${quoted} not in (${allowed.map(literal).join(", ")})`,
          pattern === undefined ? null : `not regexp_full_match(${quoted}, ${literal(pattern)})`,
          references === undefined
            ? null
            : `${quoted} not in (select ${references.split(".")[1]} from clean_${references.split(".")[0]})`,
          type === "date" ? `${quoted} not between date '1990-01-01' and date '2100-01-01'` : null
        ].filter((fault) => fault !== null);
        if (faults.length > 0)
          expect([name, column, await count(`select 1 from clean_${name} where ${faults.join(" or ")}`)]).toEqual([
            name,
            column,
            0
          ]);
      }
    }
  });

  it("become known on the day they are about or later, whatever may not be announced", async () => {
    const names = CONTRACTS.filter(({dates}) => dates!.mayBeAnnounced !== true).map(({name}) => name);
    expect(names).toContain("macro_series");
    for (const {name, dates} of CONTRACTS) {
      if (!names.includes(name)) continue;
      const early = `select 1 from clean_${name} where "${dates!.published}" < "${dates!.event}"`;
      expect([name, await count(early)]).toEqual([name, 0]);
    }
  });

  it("show an instalment as paid in full on a day, or not at all", async () => {
    const partial = `select 1 from clean_repayments
      where case when paid_date is null then amount_paid <> 0 else amount_paid <> amount_due end`;
    expect(await count("select 1 from clean_repayments where paid_date is null")).toBeGreaterThan(20);
    expect(await count(partial)).toBe(0);
  });

  it("know nothing dated after the last day of the books", async () => {
    for (const [name, column] of [
      ["repayments", "paid_date"],
      ["receivables", "settled_date"],
      ["orders", "delivered_date"],
      ["orders", "cancelled_date"],
      ["financial_statements", "published_date"],
      ["obligors", "published_date"],
      ["credit_events", "published_date"],
      ["consents", "withdrawn_date"],
      ["collateral", "released_date"],
      ["projects", "completion_date"],
      ["project_cashflows", "published_date"],
      ["applications", "decision_date"],
      ["macro_series", "published_date"]
    ] as const) {
      expect([name, await count(`select 1 from clean_${name} where ${column} > date '2025-12-31'`)]).toEqual([name, 0]);
    }
  });

  it("carry registration numbers with the right check character", async () => {
    const numbers = textsOf(
      await engine.columns("select registration_number from clean_obligors"),
      "registration_number"
    );
    expect(numbers.length).toBeGreaterThan(280);
    for (const number of numbers) expect([number, isSocialCreditCode(number!)]).toEqual([number, true]);
  });

  it("hold transactions that close on the balances they state", async () => {
    const gaps = await count(`
      with months as (
        select obligor_id, date_trunc('month', transaction_date) as month, max(balance_after) as balance,
          sum(case when direction = 'in' then amount else -amount end) as flow
        from clean_account_transactions group by all
      )
      select balance - lag(balance) over (partition by obligor_id order by month) - flow as gap, lag(balance) over (partition by obligor_id order by month) as before
      from months qualify before is not null and balance is not null and gap <> 0`);
    expect(gaps).toBe(0);
  });
});

describe("what joins obligors", () => {
  it("are groups under one of them or an outside holding, and guarantees among them and by outsiders", async () => {
    expect(await count("select distinct group_id from clean_obligors where group_id is not null")).toBeGreaterThan(1);
    expect(
      await count("select 1 from clean_obligors where parent_id in (select obligor_id from clean_obligors)")
    ).toBeGreaterThan(0);
    expect(await count("select 1 from clean_obligors where parent_id like 'H%'")).toBeGreaterThan(0);
    const given = "select 1 from clean_guarantees where guarantor_id";
    expect(await count(`${given} in (select obligor_id from clean_obligors)`)).toBeGreaterThan(0);
    expect(await count(`${given} not in (select obligor_id from clean_obligors)`)).toBeGreaterThan(0);
    expect(
      await count(
        "select 1 from clean_guarantees join clean_facilities using (facility_id) where guarantor_id = obligor_id"
      )
    ).toBe(0);
  });

  it("are agreements that secure, finance and were asked for as their terms say", async () => {
    const wrong = (extract: string, condition: string) =>
      count(
        `select 1 from clean_${extract} join clean_facilities as facilities using (facility_id) where not (${condition})`
      );
    expect(await wrong("collateral", "facilities.collateral_type in ('mortgage', 'pledge')")).toBe(0);
    expect(await wrong("guarantees", "facilities.collateral_type = 'guaranteed'")).toBe(0);
    expect(
      await wrong(
        "applications",
        "decision = 'approved' and approved_limit = \"limit\" and decision_date between application_date and start_date"
      )
    ).toBe(0);
    expect(
      await count("select 1 from clean_facilities where (product = 'project_finance') <> (project_id is not null)")
    ).toBe(0);
    expect(await count("select 1 from clean_applications where facility_id is null and decision = 'approved'")).toBe(0);
  });
});

describe("consents", () => {
  it("are given by nearly everyone whose data are handed over, and a few are missing, expired or withdrawn", async () => {
    const holding = `select distinct party_id from clean_consents where data_category = 'invoices'
      and coalesce(expires_date, date '9999-01-01') >= date '2025-12-31' and withdrawn_date is null`;
    const sharing = await count("select distinct obligor_id from clean_invoices");
    const consenting = await count(`select distinct obligor_id from clean_invoices where obligor_id in (${holding})`);
    expect(consenting).toBeLessThan(sharing);
    expect(consenting).toBeGreaterThan(0.9 * sharing);
    expect(await count("select 1 from clean_consents where withdrawn_date is not null")).toBeGreaterThan(0);
    expect(await count("select 1 from clean_consents where expires_date < date '2025-12-31'")).toBeGreaterThan(0);
  });
});

describe("control totals", () => {
  it("are those of the files, but for the one break that the truth names", async () => {
    const declared = readControls(bank.folder);
    const astray: string[] = [];
    for (const {file, control, column, declared: total} of declared) {
      const extract = file.replace(/\..*/, "");
      const value = {
        rows: "count(*)",
        sum: `coalesce(sum(try_cast("${column}" as decimal(18, 2))), 0)`,
        hash_total: `coalesce(sum(cast(nullif(regexp_replace("${column}", '[^0-9]', '', 'g'), '') as bigint)), 0)`
      }[control];
      const [computed] = textsOf(
        await engine.columns(`select cast(${value} as varchar) as n from file_${extract}`),
        "n"
      );
      if (Number(computed) !== Number(total)) astray.push([file, control, column, total, computed].join(","));
    }
    expect(declared.length).toBeGreaterThan(60);
    const planted = await readFile(join(bank.truthFolder, "planted_breaks.csv"), "utf8");
    expect(planted.split("\n").slice(1, -1)).toEqual(astray);
    expect(astray).toHaveLength(1);
  });
});

describe("statements", () => {
  it("balance to the fen", async () => {
    const broken = `select 1 from clean_financial_statements where total_assets <> total_liabilities + equity
      or total_assets <> current_assets + fixed_assets or current_assets <> cash + receivables + inventory
      or total_liabilities <> current_liabilities + long_term_debt or current_liabilities <> payables + short_term_debt
      or net_income <> revenue - cost_of_sales - operating_expense - interest_expense - tax`;
    expect(await count("select 1 from clean_financial_statements")).toBeGreaterThan(3_000);
    expect(await count(broken)).toBe(0);
  });

  it("roll: retained earnings move by net income, fixed assets by capital expenditure less depreciation", async () => {
    const broken = `
      with originals as (
        select * from clean_financial_statements where period_type = 'annual'
        qualify row_number() over (partition by obligor_id, period_end order by published_date) = 1
      )
      select 1 from originals as now join originals as before
        on before.obligor_id = now.obligor_id and year(before.period_end) = year(now.period_end) - 1
      where now.retained_earnings - before.retained_earnings <> now.net_income
        or now.fixed_assets - before.fixed_assets <> now.capital_expenditure - now.depreciation`;
    expect(await count(broken)).toBe(0);
  });
});

describe("truth", () => {
  it("holds the defaults that the definition finds in the repayments and events, no more and no fewer, each on its day", async () => {
    const found = `
      with late as (
        select obligor_id, due_date + 91 as day from clean_repayments join clean_facilities using (facility_id)
        where amount_due >= 1000 and (paid_date is null or paid_date >= due_date + 91) and due_date + 91 <= date '2025-12-31'
        union all
        select obligor_id, event_date from clean_credit_events where event_type in ('bankruptcy_filing', 'distressed_restructuring')
      )
      select obligor_id, min(day) as default_date from late group by obligor_id order by obligor_id`;
    const truth = await rows(
      `select * from read_parquet(${literal(join(bank.truthFolder, "truth_defaults.parquet"))})`
    );
    expect(truth.length).toBeGreaterThan(20);
    expect(await rows(found)).toEqual(truth);
  });

  it("plants arrears below 1,000 that last beyond 90 days and are no default", async () => {
    const technical =
      "select 1 from clean_repayments where amount_due < 1000 and coalesce(paid_date, date '2025-12-31') > due_date + 90";
    expect(await count(technical)).toBeGreaterThan(5);
  });

  it("covers each obligor at each month end in the book, and only those", async () => {
    const file = literal(join(bank.truthFolder, "truth_pd.parquet"));
    const booked =
      "select distinct obligor_id, month_end from clean_exposures join clean_facilities using (facility_id)";
    expect(await count(`(${booked}) except select obligor_id, month_end from read_parquet(${file})`)).toBe(0);
    expect(await count(`select obligor_id, month_end from read_parquet(${file}) except (${booked})`)).toBe(0);
    expect(
      await count(
        `select 1 from read_parquet(${file}) where not (pd_integrated > 0 and pd_integrated <= 1 and pd_given_path > 0 and pd_given_path <= 1)`
      )
    ).toBe(0);
  });

  it("is stated with its parameters, curve and events", async () => {
    const truth = JSON.parse(await readFile(join(bank.truthFolder, "truth.json"), "utf8"));
    expect(truth.pooled.aucIntegrated).toBe(bank.summary.trueAuc);
    expect(truth.parameters.fatalShare).toBe(0.2);
    expect(truth.plantedEvents.map(({event}: {event: string}) => event)).toEqual([
      "downturn",
      "catering_shock",
      "mild_downturn"
    ]);
    for (const name of ["truth_factors.parquet", "truth_events.csv"])
      expect(existsSync(join(bank.truthFolder, name))).toBe(true);
  });
});

describe("planted dirty rows", () => {
  it("stand on the line that the list says, with the value it says", async () => {
    for (const {contract} of EXTRACT_FILES) {
      const {name, columns} = contract;
      const cases = Object.keys(columns).map(
        (column) => `when '${column}' then coalesce(cast(file."${column}" as varchar), '')`
      );
      const astray = `select dirty.kind from dirty left join file_${name} as file using (line)
        where dirty.extract = '${name}' and dirty.column <> '' and case dirty.column ${cases.join(" ")} end is distinct from dirty.value`;
      expect([name, await count(astray)]).toEqual([name, 0]);
      expect(await count(`select 1 from dirty where extract = '${name}'`)).toBeGreaterThan(3);
    }
  });

  it("come in every kind, under the rule that should catch it", async () => {
    const kinds = await rows<{kind: string; expected_rule: string}>(
      "select distinct kind, expected_rule from dirty order by kind"
    );
    expect(Object.fromEntries(kinds.map(({kind, expected_rule}) => [kind, expected_rule]))).toEqual({
      conflicting_key: "key_conflict",
      does_not_balance: "accounting_identity",
      exact_duplicate: "duplicate",
      forbidden_sign: "sign",
      impossible_date: "date_out_of_range",
      known_beforehand: "published_too_early",
      malformed_code: "bad_format",
      missing_key: "missing_value",
      no_date: "not_a_date",
      no_number: "not_a_number",
      part_paid: "partial_payment",
      red_letter_above_zero: "red_letter_sign",
      totals_row: "totals_row",
      unknown_parent: "unknown_reference",
      value_outside_list: "not_allowed",
      wrong_check_digit: "check_digit"
    });
  });

  it("repeat a clean row that stands before them, where they are duplicates or conflicts", async () => {
    for (const {contract} of EXTRACT_FILES) {
      const key = contract.grain.map((column) => `file."${column}" = clean."${column}"`).join(" and ");
      const first = `select 1 from dirty join file_${contract.name} as file using (line)
        where dirty.extract = '${contract.name}' and dirty.kind in ('exact_duplicate', 'conflicting_key')
          and not exists (select 1 from (select * exclude (line), line as clean_line from file_${contract.name}) as clean where ${key} and clean_line < dirty.line)`;
      expect([contract.name, await count(first)]).toEqual([contract.name, 0]);
    }
  });
});
