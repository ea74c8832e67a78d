import type {Engine} from "#warehouse/engine/engine.js";
import {dayOf, DUE_DAY, LAST_MONTH, monthEnd} from "../calendar.js";
import {STREAM, type Draws} from "../draws.js";
import {columnsOfRows, rowBuffer} from "../rowBuffer.js";
import type {Payments} from "../truth/paths.js";
import type {FacilityTerms} from "./facilities.js";
import type {Firm} from "./firms.js";

const LEDGER = [
  "item",
  "month",
  "sales",
  "cost",
  "expense",
  "depreciation",
  "interest",
  "tax",
  "net",
  "operating_cash_flow",
  "capex",
  "purchases",
  "collections",
  "supplier_payments",
  "payroll",
  "cash",
  "receivables",
  "inventory",
  "fixed_assets",
  "payables",
  "short_term_debt",
  "long_term_debt",
  "paid_in",
  "retained"
] as const;

type TextRow = Readonly<Record<string, string | number | null>>;

/** Rows on their way to the tables of `sql/tables.sql`. */
export function records() {
  const ledger = rowBuffer(LEDGER);
  const arrears = rowBuffer(["item", "month", "age", "cure_month", "cure_day"] as const);
  const residual = rowBuffer(["item", "sequence", "month", "amount", "paid_day"] as const);
  const truePd = rowBuffer(["item", "month", "pd_integrated", "pd_given_path", "is_performing"] as const);
  const trueDefault = rowBuffer(["item", "day"] as const);
  const texts = {firm: [] as TextRow[], facility: [] as TextRow[], credit_event: [] as TextRow[]};
  return {
    ledger,
    truePd,
    trueDefault,
    addFirm: (firm: Firm, from: number, payments: Payments) => void texts.firm.push(firmRow(firm, from, payments)),
    addFacility(draws: Draws, firm: Firm, facility: FacilityTerms, payments: Payments) {
      texts.facility.push(facilityRow(firm, facility));
      const fee = feeOf(draws, firm, facility, payments);
      if (fee !== null) residual.add({item: firm.item, sequence: facility.sequence, ...fee});
    },
    addPayments(draws: Draws, item: number, payments: Payments) {
      for (const row of arrearsOf(payments)) arrears.add({item, ...row});
      texts.credit_event.push(...eventsOf(draws, item, payments));
    },
    async flush(engine: Engine) {
      const numeric = {ledger, arrears, residual, true_pd: truePd, true_default: trueDefault};
      for (const [table, buffer] of Object.entries(numeric)) await append(engine, table, buffer.take());
      for (const [table, rows] of Object.entries(texts)) {
        if (rows.length > 0) await append(engine, table, columnsOfRows(rows, TEXT_COLUMNS));
        rows.length = 0;
      }
    }
  };
}

const TEXT_COLUMNS = [
  "industry_code",
  "section",
  "name",
  "registration_number",
  "region",
  "ownership",
  "technology",
  "product",
  "collateral",
  "event_type"
];

/** Appends columns to a table that is there. */
export async function append(engine: Engine, table: string, columns: Parameters<Engine["write"]>[1]): Promise<void> {
  await engine.write("incoming", columns);
  await engine.run(`insert into ${table} by name select * from incoming`);
  await engine.run("drop table incoming");
}

function firmRow(firm: Firm, from: number, payments: Payments): TextRow {
  return {
    item: firm.item,
    industry_code: firm.industry.code,
    section: firm.industry.section,
    size: firm.size,
    name: firm.name,
    registration_number: firm.registrationNumber,
    region: firm.region,
    founded_day: firm.foundedDay,
    onboarded_day: firm.onboardedDay,
    employees: firm.employees,
    ownership: firm.ownership,
    technology: firm.technology,
    shares_invoices: firm.sharesInvoices ? 1 : 0,
    shares_erp: firm.sharesErp ? 1 : 0,
    book_from: from,
    book_to: payments.to,
    left_month: payments.left
  };
}

function facilityRow(firm: Firm, facility: FacilityTerms): TextRow {
  return {
    item: firm.item,
    sequence: facility.sequence,
    product: facility.product,
    collateral: facility.collateral,
    start_month: facility.start,
    start_day: facility.startDay,
    term: facility.term,
    credit_limit: facility.limit,
    rate_bp: facility.rateBasisPoints,
    last_due: facility.lastDue
  };
}

/** On one facility in forty, a fee of less than 1,000 CNY that stays unpaid for months: technical arrears, not a default. */
function feeOf(draws: Draws, firm: Firm, facility: FacilityTerms, payments: Payments) {
  const u = (step: number): number => draws.uniform(STREAM.residual, firm.item, 8 * facility.sequence + step);
  const month = facility.start + 1 + Math.floor(u(1) * facility.term);
  if (u(0) > 0.025 || month < 0 || month > Math.min(facility.lastDue, payments.to)) return null;
  const paidDay = dayOf(month, DUE_DAY + 1) + 95 + Math.floor(200 * u(2));
  const isPaid = u(3) < 0.8 && paidDay <= monthEnd(LAST_MONTH);
  return {month, amount: 5_000 + Math.floor(85_000 * u(4)), paid_day: isPaid ? paidDay : NaN};
}

function arrearsOf({from, to, ages, episodes}: Payments) {
  return episodes.flatMap(({first, length, cureDay}) => {
    const last = Math.min(to, length === null ? LAST_MONTH : first + length - 1);
    const isCured = length !== null && first + length <= LAST_MONTH;
    return Array.from({length: last - first + 1}, (_, k) => ({
      month: first + k,
      age: ages[first + k - from]!,
      cure_month: isCured ? first + length : NaN,
      cure_day: isCured ? cureDay : NaN
    }));
  });
}

/** What the bank learns beside the payments: distress, the write-off, and lawsuits over arrears two months old or over nothing. */
function eventsOf(draws: Draws, item: number, {from, to, ages, writtenOff, distressDay}: Payments): TextRow[] {
  const events: TextRow[] = [];
  if (distressDay !== null) {
    const isFiling = draws.uniform(STREAM.distress, item, 5000) < 0.4;
    events.push({item, event_type: isFiling ? "bankruptcy_filing" : "distressed_restructuring", day: distressDay});
  }
  if (writtenOff !== null) events.push({item, event_type: "write_off", day: dayOf(writtenOff, 10)});
  for (let month = Math.max(0, from); month <= to; month++) {
    const u = draws.uniform(STREAM.litigation, item, month);
    if (u < (ages[month - from] === 2 ? 0.15 : 0.0006))
      events.push({item, event_type: "litigation", day: dayOf(month, 25)});
  }
  return events;
}
