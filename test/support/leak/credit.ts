import type {StagedRow} from "../stagedBank.js";
import {OBSERVED} from "./dates.js";
import {between, dayOfMonth, daysAfter, monthEnd} from "./days.js";
import {DISTRESSED} from "./parties.js";

export const facility = (
  facility_id: string,
  obligor_id: string,
  start_date: string,
  more: StagedRow = {}
): StagedRow => ({
  facility_id,
  obligor_id,
  product: "working_capital",
  start_date,
  maturity_date: "2024-03-31",
  limit: 1_000_000,
  annual_rate: 0.05,
  collateral_type: "mortgage",
  project_id: null,
  ...more
});

/** Terms that nobody would overlook, of a facility that was there. */
export const newTerms = (
  facility_id: string,
  valid_from: string,
  published_date: string,
  more: StagedRow = {}
): StagedRow =>
  facility(facility_id, "A", "2019-03-31", {
    valid_from,
    published_date,
    product: "fixed_asset",
    maturity_date: "2041-12-31",
    annual_rate: 0.25,
    collateral_type: "unsecured",
    project_id: "R",
    ...more
  });

export const instalment = (facility_id: string, due_date: string, paid_date: string | null): StagedRow => ({
  facility_id,
  due_date,
  paid_date,
  amount_due: 52_000,
  amount_paid: paid_date === null ? 0 : 52_000
});

const months = between(-35, 0);

/** The month-end book of one facility: drawn more and more, the limit cut half a year ago, and exceeded at the end. */
function book(facility_id: string, scale: number, daysPastDue: number): StagedRow[] {
  return months.map((month) => ({
    facility_id,
    month_end: monthEnd(OBSERVED, month),
    limit: month > -6 ? 900_000 * scale : 1_000_000 * scale,
    drawn: month === 0 ? 910_000 * scale : (400_000 + 9_000 * (month + 36)) * scale,
    days_past_due: month > -2 ? daysPastDue : month % 7 === 0 ? 12 : 0,
    classification: month > -2 ? "special_mention" : "pass"
  }));
}

/** Instalments of every month: each fourth was late, the last two are unpaid. */
function schedule(facility_id: string): StagedRow[] {
  return months.map((month) => {
    const due = dayOfMonth(OBSERVED, month, 12);
    return instalment(facility_id, due, month > -2 ? null : daysAfter(due, month % 4 === 0 ? 9 : 0));
  });
}

const valuation = (collateral_id: string, facility_id: string, valuation_date: string, value: number): StagedRow => ({
  collateral_id,
  facility_id,
  type: "real_estate",
  valuation_date,
  value,
  prior_claims: 50_000,
  released_date: null
});

const guarantee = (guarantee_id: string, facility_id: string, guarantor_id: string, valid_from: string): StagedRow => ({
  guarantee_id,
  facility_id,
  guarantor_id,
  type: "joint",
  amount: 300_000,
  valid_from,
  valid_until: null
});

const event = (event_id: string, obligor_id: string, event_type: string, day: string): StagedRow => ({
  event_id,
  obligor_id,
  event_type,
  event_date: day,
  published_date: daysAfter(day, 5)
});

const KINDS = ["litigation", "distressed_restructuring", "write_off", "bankruptcy_filing", "reported_default"];

/** What was lent, how it stands and how it was paid, what secures it, and what befell those who owe. */
export const credit: Readonly<Record<string, readonly StagedRow[]>> = {
  facilities: [
    facility("F", "A", "2019-03-31", {maturity_date: "2022-03-31", annual_rate: 0.045}),
    facility("F", "A", "2019-03-31", {valid_from: "2021-03-31"}),
    facility("E", "A", "2022-02-15", {product: "supply_chain", limit: 200_000, annual_rate: 0.06}),
    facility("PF", "A", "2018-06-30", {
      product: "project_finance",
      project_id: "P",
      maturity_date: "2030-12-31",
      limit: 3_000_000
    }),
    facility("PR", "A", "2020-11-30", {product: "project_finance", project_id: "R", limit: 1_500_000}),
    facility("PS", "A", "2020-11-30", {product: "project_finance", project_id: "R", limit: 400_000}),
    facility("S", "A", "2019-05-31", {product: "trade_finance", limit: 300_000, annual_rate: 0.055}),
    facility("FB", "B", "2018-01-31"),
    facility("SB", "B", "2018-03-31"),
    facility("SD", "D", "2018-01-31"),
    facility("FC", "C", "2018-01-31"),
    facility("FE1", "E1", "2018-01-31"),
    facility("FE2", "E2", "2018-01-31")
  ],
  exposures: [
    ...book("F", 1, 18),
    ...book("E", 0.2, 0).filter(({month_end}) => (month_end as string) >= "2022-02-15"),
    ...book("PF", 2.5, 0),
    ...book("FB", 1.5, 45),
    ...book("FC", 0.7, 70),
    ...book("FE1", 0.8, 50),
    ...book("FE2", 0.9, 0).map((line) => ({...line, days_past_due: 0})),
    ...book("PR", 1.4, 0).slice(-19),
    ...["S", "SB", "SD", "PS"].flatMap((id) => book(id, 0.3, 0).slice(0, -1)),
    ...["H", "H2"].flatMap((id) => book(id, 0.4, 33).slice(-1))
  ],
  repayments: [
    ...["F", "PF", "FB", "FC", "FE2"].flatMap(schedule),
    ...schedule("FE1").filter(({paid_date}) => paid_date !== null),
    instalment("H", daysAfter(OBSERVED, -1), null),
    instalment("H", OBSERVED, OBSERVED)
  ],
  collateral: [
    ...["2020-05-20", "2021-05-18", "2022-02-10"].map((day, index) =>
      valuation("K", "F", day, 700_000 + 40_000 * index)
    ),
    valuation("KP", "PF", "2021-11-11", 2_100_000),
    valuation("KB", "FB", "2021-11-11", 900_000),
    valuation("KH", "H", OBSERVED, 310_000)
  ],
  guarantees: [
    guarantee("U", "F", "B", "2019-03-31"),
    guarantee("V", "PF", "C", "2018-06-30"),
    guarantee("W", "F", "OUTSIDE", "2019-03-31"),
    guarantee("UB", "FB", "A", "2020-03-31"),
    ...[...DISTRESSED, "D"].map((party, index) => ({
      ...guarantee(`U${party}`, "F", party, "2019-03-31"),
      amount: 20_000 + index
    })),
    guarantee("UH", "H", "B", OBSERVED)
  ],
  credit_events: [
    ...KINDS.map((kind, index) => event(`A${index}`, "A", kind, dayOfMonth(OBSERVED, -2 - 2 * index, 3))),
    event("A9", "A", "litigation", "2020-02-20"),
    event("B1", "B", "distressed_restructuring", "2021-10-04"),
    event("E3", "E3", "distressed_restructuring", "2021-12-14"),
    event("E4", "E4", "bankruptcy_filing", "2021-11-14"),
    event("C1", "C", "bankruptcy_filing", "2022-01-14")
  ],
  applications: [-20, -8, -3].map((month, index) => ({
    application_id: `L${index}`,
    obligor_id: "A",
    application_date: dayOfMonth(OBSERVED, month, 6),
    product: "working_capital",
    amount: 400_000,
    tenor_months: 12,
    decision: index === 2 ? null : "approved",
    decision_date: index === 2 ? null : dayOfMonth(OBSERVED, month, 16),
    decided_by: "committee",
    approved_limit: index === 2 ? null : 300_000,
    facility_id: null
  }))
};
