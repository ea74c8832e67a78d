import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Policy} from "#pipeline/policy/schemas.js";
import {epochDays, isoDate} from "#warehouse/engine/columns.js";
import {defaultPolicyWith, targetsOf} from "../../support/targets.js";
import {spellsDayByDay, type History} from "../../support/spellsDayByDay.js";

/** Day 0 of the histories. */
const START = epochDays("2020-01-01");
const DATA_END = 130;
const iso = (day: number) => isoDate(START + day);

const EVENTS = ["bankruptcy_filing", "distressed_restructuring", "reported_default", "litigation"];

const instalment = fc
  .record({
    letter: fc.constantFrom("F", "G"),
    due: fc.nat(100),
    amount: fc.integer({min: 3, max: 15}),
    lateness: fc.oneof(
      {weight: 4, arbitrary: fc.integer({min: -12, max: 18})},
      {weight: 1, arbitrary: fc.constant(null)}
    ),
    unpaid: fc.oneof({weight: 2, arbitrary: fc.constant(0)}, {weight: 1, arbitrary: fc.nat(12)})
  })
  .map(({letter, due, amount, lateness, unpaid}) => ({
    letter,
    counter: `${letter} ${due}`,
    due,
    amount,
    paid: lateness === null ? null : Math.max(0, due + lateness),
    amountPaid: lateness === null ? 0 : Math.max(0, amount - unpaid)
  }));

const history = fc.record({
  instalments: fc.uniqueArray(instalment, {maxLength: 8, selector: ({counter}) => counter}),
  events: fc.array(fc.record({day: fc.nat(DATA_END + 5), type: fc.constantFrom(...EVENTS)}), {maxLength: 2}),
  drawn: fc.array(fc.integer({min: 20, max: 200}), {maxLength: 4})
});

const policies = fc.record({
  days_past_due_over: fc.integer({min: 1, max: 12}),
  material_amount: fc.integer({min: 0, max: 12}),
  by: fc.constantFrom(
    {material_by: "instalment" as const},
    {material_by: "obligor" as const},
    {material_by: "obligor" as const, material_share_over: 0.1}
  ),
  cure: fc.oneof(
    {weight: 1, arbitrary: fc.constant("never" as const)},
    {
      weight: 4,
      arbitrary: fc.record({
        probation_days: fc.integer({min: 1, max: 12}),
        longer: fc.nat(20),
        never_after: fc.constantFrom<string[]>([], ["bankruptcy_filing"])
      })
    }
  )
});

const MONTH_ENDS = [30, 59, 90, 120]; // of January to April 2020

describe("the spells of default", () => {
  it("are those that counting day by day finds, whatever the instalments, events, books and policy", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(history, {minLength: 25, maxLength: 25}),
        policies,
        async (drafts, {by, cure, ...numbers}) => {
          const changes: Partial<Policy<"default">> = {
            ...numbers,
            ...by,
            cure:
              cure === "never"
                ? cure
                : {
                    probation_days: cure.probation_days,
                    restructuring_probation_days: cure.probation_days + cure.longer,
                    never_after: cure.never_after
                  }
          };
          const names = drafts.map((_, index) => `O${String(index).padStart(2, "0")}`);
          const histories = drafts.map(({drawn, ...rest}): History => ({
            ...rest,
            books: drawn.map((amount, index) => ({day: MONTH_ENDS[index]!, drawn: amount}))
          }));
          const {target_default_spells: found} = await targetsOf(
            {
              obligors: names,
              dates: ["2020-01-31"],
              dataEnd: iso(DATA_END),
              policy: changes,
              repayments: drafts.flatMap(({instalments}, index) =>
                instalments.map(({letter, due, amount, paid, amountPaid}) => ({
                  facility_id: `${letter}-${names[index]}`,
                  due_date: iso(due),
                  amount_due: amount,
                  paid_date: paid === null ? null : iso(paid),
                  amount_paid: amountPaid
                }))
              ),
              events: drafts.flatMap(({events}, index) =>
                events.map(({day, type}) => ({obligor_id: names[index]!, event_type: type, published_date: iso(day)}))
              ),
              exposures: histories.flatMap(({books}, index) =>
                books.map(({day, drawn}) => ({facility_id: `F-${names[index]}`, month_end: iso(day), limit: 1, drawn}))
              )
            },
            ["target_default_spells"]
          );
          const {policy} = defaultPolicyWith(changes);
          const expected = histories.flatMap((each, index) =>
            spellsDayByDay(each, policy, DATA_END).map(({from, cured}, place) => ({
              obligor_id: names[index],
              spell_number: place + 1,
              default_date: iso(from),
              cured_date: cured === null ? null : iso(cured)
            }))
          );
          expect(
            found!.map(({obligor_id, spell_number, default_date, cured_date}) => ({
              obligor_id,
              spell_number,
              default_date,
              cured_date
            }))
          ).toEqual(expected);
        }
      ),
      {numRuns: 12, endOnFailure: true}
    );
  }, 120_000);
});
