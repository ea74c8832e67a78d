import type {StagedRow} from "../stagedBank.js";
import {newTerms} from "./credit.js";
import {project} from "./projects.js";
import {answers} from "./relations.js";
import {statement} from "./statements.js";
import {WORSE, changed, publication} from "./worse.js";

/** Periods and versions older than what was known, which became known on the eve of the observation date: they must not win. */
export const filedLate: Readonly<Record<string, (day: string) => readonly StagedRow[]>> = {
  obligors: (day) => [{...changed("A", "2016-05-01", day), founded_date: "2008-03-01", onboarded_date: "2016-02-01"}],
  financial_statements: (day) => [
    statement("A", "2014-12-31", day, WORSE),
    statement("A", "2015-12-31", day, WORSE),
    statement("A", "2017-09-30", day, WORSE)
  ],
  projects: (day) => [
    project("P", "2018-09-01", {published_date: day, total_cost: 9_000_000, planned_completion_date: "2027-12-31"})
  ],
  // The last one tells of another obligor too: whose a facility is stays as it was known first.
  facilities: (day) => [
    newTerms("F", "2020-05-01", day),
    newTerms("F", "2018-01-01", day, {obligor_id: "B", start_date: "2018-01-01"})
  ],
  collateral: (day) => [
    {
      collateral_id: "K",
      facility_id: "F",
      type: "real_estate",
      valuation_date: "2020-09-01",
      published_date: day,
      value: 9_000_000,
      prior_claims: 1,
      released_date: null
    }
  ],
  qualitative_reviews: () => answers("2018-03-10", 0).map((answer) => ({...answer, answer: 1})),
  macro_series: (day) =>
    ["gdp_growth", "lpr_1y", "pmi", "ppi"].map((series) => publication(day, 0.9)("2018-03-31", series)),
  industry_series: (day) =>
    ["C", "F"].flatMap((industry_section) =>
      ["output_growth", "profit_margin"].map((series) => ({
        industry_section,
        ...publication(day, 0.9)("2018-03-31", series)
      }))
    )
};

/** Versions that were announced long before the day from which they hold. */
export const announced: Readonly<Record<string, (day: string) => readonly StagedRow[]>> = {
  obligors: (day) => [
    ...["A", "B", "E1", "X3"].map((party) => changed(party, day, "2022-01-10")),
    {...changed("D", day, "2022-01-10"), parent_id: "A"}
  ],
  facilities: (day) => ["F", "PF", "E", "FB"].map((id) => newTerms(id, day, "2022-01-10")),
  projects: (day) =>
    ["P", "R", "Q"].map((id) => project(id, day, {published_date: "2022-01-10", stage: "ended", total_cost: 9_000_000}))
};
