import type {StagedRow} from "../stagedBank.js";
import {OBSERVED} from "./dates.js";
import {between, daysAfter} from "./days.js";

export const project = (project_id: string, valid_from: string, more: StagedRow = {}): StagedRow => ({
  project_id,
  obligor_id: "A",
  valid_from,
  published_date: valid_from,
  name: `Project ${project_id}`,
  type: "power",
  stage: "construction",
  total_cost: 4_000_000,
  equity: 1_200_000,
  construction_start_date: "2018-07-01",
  planned_completion_date: "2020-10-20",
  completion_date: null,
  concession_end_date: "2040-12-31",
  ...more
});

export const cashflow = (
  project_id: string,
  period_end: string,
  basis: "actual" | "forecast",
  published_date: string,
  scale: number
): StagedRow => ({
  project_id,
  period_end,
  basis,
  published_date,
  revenue: 400_000 * scale,
  operating_cost: 120_000 * scale,
  tax: 20_000 * scale,
  working_capital_change: 3_000 * scale,
  maintenance_expenditure: 10_000 * scale,
  interest: 60_000,
  principal: 90_000
});

const halves = between(2020, 2030)
  .flatMap((year) => [`${year}-06-30`, `${year}-12-31`])
  .slice(1);

/** P runs since 2020; R is being built, late; Q is spoken of by its cash alone. */
export const projects: Readonly<Record<string, readonly StagedRow[]>> = {
  projects: [
    project("P", "2018-06-30"),
    project("P", "2020-11-01", {stage: "operation", completion_date: "2020-10-25", total_cost: 4_300_000}),
    project("R", "2020-09-30", {construction_start_date: "2020-10-15", planned_completion_date: "2022-04-30"}),
    project("R", "2022-01-31", {
      construction_start_date: "2020-10-15",
      planned_completion_date: "2022-05-31",
      total_cost: 4_400_000
    })
  ],
  project_cashflows: [
    ...halves.map((day, index) => cashflow("P", day, "forecast", "2018-06-30", 1 + index / 50)),
    ...halves.map((day, index) => cashflow("P", day, "forecast", "2021-03-31", 0.95 + index / 60)).slice(1),
    ...halves
      .map((day, index) => cashflow("P", day, "actual", daysAfter(day, 45), 0.9 + index / 40))
      .filter(({published_date}) => (published_date as string) <= OBSERVED),
    ...halves.map((day) => cashflow("R", day, "forecast", "2020-09-30", 0.8)).slice(5),
    cashflow("Q", "2021-12-31", "actual", "2022-02-14", 0.4),
    cashflow("Q", "2022-12-31", "forecast", "2022-02-14", 0.3)
  ]
};
