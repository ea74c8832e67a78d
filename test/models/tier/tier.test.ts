import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {tiersOf, TIERS, type TierInputs} from "#models/tier/tier.js";

const policy = {
  weights: {contribution: 0.5, potential: 0.2, risk: 0.3},
  strategicFrom: 0.72,
  coreFrom: 0.52,
  strategicPdLimit: 0.008
};

const books = fc
  .array(
    fc.record({
      contribution: fc.double({min: -1e6, max: 1e7, noNaN: true}),
      growth: fc.oneof(fc.constant(NaN), fc.double({min: -1, max: 3, noNaN: true})),
      unused: fc.double({min: 0, max: 1e7, noNaN: true}),
      pd: fc.double({min: 0.0005, max: 0.5, noNaN: true})
    }),
    {minLength: 2, maxLength: 60}
  )
  .map((rows): TierInputs => {
    const column = (name: "contribution" | "growth" | "unused" | "pd") => Float64Array.from(rows, (row) => row[name]);
    return {contribution: column("contribution"), growth: column("growth"), unused: column("unused"), pd: column("pd")};
  });

describe("tiersOf", () => {
  it("gives every obligor one tier, and component scores between 0 and 1", () => {
    fc.assert(
      fc.property(books, (book) => {
        const {tiers, contribution, potential, risk} = tiersOf(book, policy);
        expect(tiers).toHaveLength(book.pd.length);
        for (const tier of tiers) expect(TIERS).toContain(tier);
        for (const scores of [contribution, potential, risk]) {
          for (const score of scores) expect(score >= 0 && score <= 1).toBe(true);
        }
      })
    );
  });

  it("never calls an obligor above the PD limit strategic", () => {
    fc.assert(
      fc.property(books, (book) => {
        tiersOf(book, policy).tiers.forEach((tier, row) => {
          if (tier === "strategic") expect(book.pd[row]).toBeLessThanOrEqual(policy.strategicPdLimit);
        });
      })
    );
  });

  it("never ranks higher contribution at equal else below", () => {
    const same = Float64Array.of(1, 1, 1);
    const {tiers, contribution} = tiersOf(
      {contribution: Float64Array.of(100, 300, 200), growth: same, unused: same, pd: same.map(() => 0.001)},
      policy
    );
    expect([...contribution]).toEqual([0, 1, 0.5]);
    // By hand: the other components stand at one half, so the scores are .25, .75 and .50.
    expect(tiers).toEqual(["general", "strategic", "general"]);
  });

  it("does not depend on the order of the obligors", () => {
    fc.assert(
      fc.property(books, (book) => {
        const turned = Object.fromEntries(
          Object.entries(book).map(([name, values]) => [name, (values as Float64Array).slice().reverse()])
        ) as unknown as TierInputs;
        expect([...tiersOf(turned, policy).tiers].reverse()).toEqual(tiersOf(book, policy).tiers);
      })
    );
  });
});
