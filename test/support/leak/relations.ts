import type {StagedRow} from "../stagedBank.js";
import {OBSERVED} from "./dates.js";
import {between, dayOfMonth, monthEnd} from "./days.js";

const QUESTIONS = ["management", "supply_chain", "market_position", "governance", "transparency"];
const INCOME = ["lending_margin", "deposit_margin", "fees", "other"];

export const answers = (review_date: string, from: number): StagedRow[] =>
  QUESTIONS.map((question, index) => ({obligor_id: "A", review_date, question, answer: ((from + index) % 5) + 1}));

export const contact = (
  interaction_id: string,
  interaction_date: string,
  kind: string,
  score: number | null
): StagedRow => ({
  interaction_id,
  obligor_id: "A",
  interaction_date,
  kind,
  score
});

/** What the bank asked, heard and earned. */
export const relations: Readonly<Record<string, readonly StagedRow[]>> = {
  qualitative_reviews: [
    ...answers("2020-03-10", 1),
    ...answers("2021-03-09", 2),
    ...answers("2022-03-08", 3).filter(({question}) => question !== "nothing")
  ],
  interactions: between(-11, 0).flatMap((quarter) => {
    const day = (date: number) => dayOfMonth(OBSERVED, 3 * quarter, date);
    return [
      contact(`s${quarter}`, day(4), "satisfaction", 2 + ((quarter + 12) % 3)),
      contact(`r${quarter}`, day(7), "recommendation", 4 + ((quarter + 12) % 6)),
      contact(`c${quarter}`, day(9), "complaint", null),
      contact(`v${quarter}`, day(14), "visit", null)
    ];
  }),
  relationship_income: between(-11, 0).flatMap((quarter) =>
    INCOME.map((income_type, index) => ({
      obligor_id: "A",
      period_end: monthEnd(OBSERVED, 3 * quarter),
      income_type,
      amount: 4_000 + 350 * (quarter + 12) + 900 * index
    }))
  )
};
