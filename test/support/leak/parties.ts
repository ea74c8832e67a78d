import type {StagedRow} from "../stagedBank.js";
import {OBSERVED} from "./dates.js";

const obligor = (obligor_id: string, valid_from: string, more: StagedRow): StagedRow => ({
  obligor_id,
  valid_from,
  published_date: valid_from,
  name: `Company ${obligor_id}`,
  registration_number: `R${obligor_id}`,
  industry_code: "C3911",
  region: "44",
  founded_date: "2008-03-01",
  onboarded_date: "2016-02-01",
  employees: 80,
  ownership: "private",
  parent_id: null,
  group_id: null,
  technology_qualification: "none",
  ...more
});

/** Partners of A and guarantors of its debts, each in a plight of its own: past due in the book, past due in its instalments, restructured, failed. */
export const DISTRESSED = ["E1", "E2", "E3", "E4"];

/** Who the obligors are, whose outcome is known, and what they agreed to. */
export const parties: Readonly<Record<string, readonly StagedRow[]>> = {
  obligors: [
    obligor("A", "2016-02-01", {employees: 60, industry_code: "C3912", name: "Company A before"}),
    obligor("A", "2020-09-01", {employees: 75, group_id: "G"}),
    obligor("A", "2021-08-01", {employees: 90, group_id: "G", parent_id: "P", technology_qualification: "high_tech"}),
    obligor("B", "2015-01-01", {group_id: "G", employees: 2500, industry_code: "F5111"}),
    obligor("C", "2015-01-01", {industry_code: "C2511", region: "31"}),
    obligor("D", "2015-01-01", {industry_code: "C3911"}), // trades with A and answers for it, in no plight before a plant brings one
    ...DISTRESSED.map((party) =>
      obligor(party, "2015-01-01", {industry_code: "C3911", parent_id: party === "E1" ? "A" : null})
    )
  ],
  outcome_coverage: ["A", "B", "C", "D", ...DISTRESSED].map((obligor_id) => ({obligor_id, is_known: true})),
  consents: ["account_flows", "invoices", "erp", "contact"].map((data_category) => ({
    party_id: "A",
    data_category,
    purpose: "credit_risk",
    basis: "consent",
    granted_date: "2017-01-01",
    expires_date: null,
    withdrawn_date: null,
    published_date: "2017-01-01"
  })),
  fx_rates: ["2021-12-31", OBSERVED].map((day) => ({currency: "USD", rate_date: day, rate: 6.5, published_date: day}))
};
