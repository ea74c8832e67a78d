import {mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";

export type Cells = Readonly<Record<string, string>>;
export type Bank = Readonly<Record<string, readonly Cells[]>>;

/** Two obligors, three statements, two facilities with their exposures and instalments: all clean, all text. */
export const SMALL_BANK: Bank = {
  obligors: [obligor("O1", {}), obligor("O2", {name: "示例,二有限公司"}), obligor("O2", {valid_from: "2020-06-30"})],
  financial_statements: [statement("O1", "2018-12-31"), statement("O1", "2019-12-31"), statement("O2", "2019-12-31")],
  facilities: [facility("F1", "O1"), facility("F2", "O2")],
  exposures: [exposure("F1", "2020-01-31"), exposure("F1", "2020-02-29"), exposure("F2", "2020-02-29")],
  repayments: [repayment("F1", "2020-01-20"), repayment("F2", "2020-01-20")]
};

export function obligor(id: string, other: Cells): Cells {
  return {
    obligor_id: id,
    valid_from: "2018-01-31",
    published_date: "2018-01-31",
    name: "示例一有限公司",
    registration_number: "",
    industry_code: "C3911",
    region: "11",
    founded_date: "1958-10-01",
    onboarded_date: "2018-01-31",
    employees: "120",
    ownership: "private",
    technology_qualification: "",
    ...other
  };
}

export function statement(obligorId: string, periodEnd: string, other: Cells = {}): Cells {
  return {
    obligor_id: obligorId,
    period_end: periodEnd,
    period_type: "annual",
    scope: "standalone",
    published_date: "2020-04-30",
    is_audited: "true",
    revenue: "1000.50",
    cost_of_sales: "700",
    operating_expense: "200",
    depreciation: "50",
    interest_expense: "10",
    tax: "20.5",
    net_income: "-70",
    operating_cash_flow: "",
    capital_expenditure: "",
    cash: "100",
    receivables: "200",
    inventory: "100",
    current_assets: "400",
    fixed_assets: "600",
    total_assets: "1000",
    payables: "100",
    short_term_debt: "50",
    current_liabilities: "150",
    long_term_debt: "250",
    total_liabilities: "400",
    equity: "600",
    retained_earnings: "300",
    market_value: "",
    ...other
  };
}

export function facility(id: string, obligorId: string, other: Cells = {}): Cells {
  return {
    facility_id: id,
    obligor_id: obligorId,
    product: "working_capital",
    start_date: "2019-01-31",
    maturity_date: "2022-01-31",
    limit: "5000000",
    annual_rate: "0.0435",
    valid_from: "2019-01-31",
    published_date: "2019-01-31",
    collateral_type: "mortgage",
    ...other
  };
}

export function exposure(facilityId: string, monthEnd: string, other: Cells = {}): Cells {
  return {
    facility_id: facilityId,
    month_end: monthEnd,
    limit: "5000000",
    drawn: "100.01",
    days_past_due: "0",
    ...other
  };
}

export function repayment(facilityId: string, dueDate: string, other: Cells = {}): Cells {
  return {
    facility_id: facilityId,
    due_date: dueDate,
    amount_due: "1200.00",
    amount_paid: "1200.00",
    paid_date: dueDate,
    ...other
  };
}

export function invoice(id: string, obligorId: string, other: Cells = {}): Cells {
  return {
    invoice_id: id,
    obligor_id: obligorId,
    invoice_date: "2020-01-15",
    direction: "sale",
    counterparty_id: "X1",
    amount: "100.00",
    tax: "13.00",
    total: "113.00",
    status: "valid",
    is_red_letter: "false",
    ...other
  };
}

export function creditEvent(id: string, obligorId: string, other: Cells = {}): Cells {
  return {
    event_id: id,
    obligor_id: obligorId,
    event_type: "write_off",
    event_date: "2020-02-10",
    published_date: "2020-02-10",
    ...other
  };
}

export function industryValue(section: string, periodEnd: string, other: Cells = {}): Cells {
  return {
    industry_section: section,
    series: "profit_growth",
    period_end: periodEnd,
    published_date: periodEnd,
    value: "0.05",
    ...other
  };
}

/** A bank with more rows at the end of one of its extracts. */
export function withRows(bank: Bank, extract: string, ...rows: readonly Cells[]): Bank {
  return {...bank, [extract]: [...(bank[extract] ?? []), ...rows]};
}

/** CSV as a spreadsheet writes it: a field with a comma or a quote in quotes. */
export function csvOf(rows: readonly Cells[]): string {
  const header = Object.keys(rows[0]!);
  const field = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [header, ...rows.map((row) => header.map((name) => row[name]!))]
    .map((line) => `${line.map(field).join(",")}\n`)
    .join("");
}

export async function newFolder(): Promise<string> {
  return await mkdtemp(join(tmpdir(), "loanscape-load-"));
}

/** Writes a bank as CSV files into a folder of its own. */
export async function writeBank(bank: Bank): Promise<string> {
  const folder = await newFolder();
  for (const [extract, rows] of Object.entries(bank)) await writeFile(join(folder, `${extract}.csv`), csvOf(rows));
  return folder;
}
