import type {ColumnMapping, ColumnsMapping} from "#loaders/mapping/contract.js";
import type {Source} from "#loaders/sources/contract.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {demoWith} from "./exposureSource.js";
import {obligor, type Bank, type Cells} from "./smallBank.js";
import {rows} from "./warehouse.js";

/** Facilities in a bank's own words, with the currency of each. */
export function credit(id: string, other: Cells = {}): Cells {
  return {
    编号: id,
    客户: "O1",
    品种: "流贷",
    起始: "2020-01-31",
    到期: "2022-01-31",
    额度: "1000.00",
    利率: "0.05",
    币种: "CNY",
    ...other
  };
}

/** How `credit` becomes a facility. */
export const CREDIT: ColumnsMapping = {
  kind: "columns",
  columns: {
    facility_id: {from: "编号"},
    valid_from: {value: "2020-01-31"},
    published_date: {value: "2020-01-31"},
    obligor_id: {from: "客户"},
    product: {from: "品种", values: {流贷: "working_capital"}},
    start_date: {from: "起始", date: "%Y-%m-%d"},
    maturity_date: {from: "到期", date: "%Y-%m-%d"},
    limit: {from: "额度"},
    annual_rate: {from: "利率"}
  },
  where: [],
  currency: {column: "币种"}
};

/** The demo source with facilities in the bank's own words, corrected and added to by each delivery. */
export function creditSource(mapping: Partial<ColumnsMapping> = {}): Source {
  return demoWith({
    facilities: {mapping: {...CREDIT, ...mapping}, delivery: "increment"},
    exposures: {delivery: "increment"},
    fx_rates: {delivery: "increment"}
  });
}

/** The same with the values and dates that `CREDIT` cannot read. */
export const correctedSource: Source = creditSource({columns: {...CREDIT.columns, ...corrections()}});

function corrections(): Readonly<Record<string, ColumnMapping>> {
  return {
    product: {from: "品种", values: {流贷: "working_capital", 固贷: "fixed_asset"}},
    start_date: {from: "起始", date: ["%Y-%m-%d", "%d.%m.%Y"]}
  };
}

/** Facilities of which the mapping `CREDIT` reads the first alone; the amounts of F4 and F5 are wrong in themselves. */
export const CREDIT_BANK: Bank = {
  obligors: [obligor("O1", {})],
  facilities: [
    credit("F1"),
    credit("F2", {品种: "固贷"}),
    credit("F3", {起始: "31.01.2020"}),
    credit("F4", {额度: "-5"}),
    credit("F5", {品种: "固贷", 额度: "-5"}),
    credit("F6", {品种: "固贷", 起始: "31.01.2020"})
  ]
};

/** What stands in quarantine and has not left it, by line of the file. */
export async function stillOpen(engine: Engine): Promise<unknown[]> {
  const found = await rows(
    engine,
    `select concat_ws(' ', source_line, column_name, rule, value) as it from quarantine
     where replayed_in is null and extract = 'facilities' order by it`
  );
  return found.map(({it: text}) => text);
}

/** Facilities as staging shows them. */
export async function facilities(engine: Engine): Promise<Record<string, unknown>[]> {
  return await rows(engine, "select facility_id, product, start_date from stg_facilities order by facility_id");
}
