import type {StagedRow} from "../stagedBank.js";

/** Items of a statement that would change every ratio. */
export const WORSE: StagedRow = {total_liabilities: 9_000_000, equity: -900_000, revenue: 70_000, net_income: -800_000};

/** Another who and what, in every column of an obligor. */
export const changed = (obligor_id: string, valid_from: string, published_date: string): StagedRow => ({
  obligor_id,
  valid_from,
  published_date,
  name: `Company ${obligor_id} anew`,
  registration_number: obligor_id === "A" ? "RA" : `R${obligor_id}`,
  industry_code: "F5211",
  region: "11",
  founded_date: "2019-01-01",
  onboarded_date: "2019-02-01",
  employees: 3,
  ownership: "foreign",
  parent_id: "P2",
  group_id: "G",
  technology_qualification: "specialised_sme"
});

/** A value of a series as published on a day. */
export const publication = (day: string, value: number) => (period_end: string, series: string) => ({
  series,
  period_end,
  published_date: day,
  value
});
