import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {filterOf, isShown, searchOf} from "#src/live/featureFilter.js";

const feature = {table: "feat_orders", safer: "lower", text: "Delay_days Days late 销售订单"};
const none = {q: "", table: "", safer: ""};

describe("the filter of features", () => {
  it("finds every word, in any order and case, in Chinese too", () => {
    expect(isShown(feature, none)).toBe(true);
    expect(isShown(feature, {...none, q: "LATE  delay"})).toBe(true);
    expect(isShown(feature, {...none, q: "订单"})).toBe(true);
    expect(isShown(feature, {...none, q: "late early"})).toBe(false);
  });

  it("keeps to a table and a direction", () => {
    expect(isShown(feature, {q: "late", table: "feat_orders", safer: "lower"})).toBe(true);
    expect(isShown(feature, {...none, table: "feat_invoices"})).toBe(false);
    expect(isShown(feature, {...none, safer: "higher"})).toBe(false);
  });

  it("goes into the address and comes back, and leaves it bare where it leaves all", () => {
    expect(searchOf(none)).toBe("");
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (q, table, safer) => {
        expect(filterOf(searchOf({q, table, safer}))).toEqual({q, table, safer});
      })
    );
  });
});
