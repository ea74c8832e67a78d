import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {amount, compact, decimal, percent, probability, rateTick, tick} from "#src/format/number.js";
import {valueText} from "#src/format/value.js";

describe("numbers", () => {
  it("groups digits and writes a true minus", () => {
    expect([decimal(1234567), decimal(-1234.5, 1), decimal(-0.04, 1)]).toEqual(["1,234,567", "−1,234.5", "0.0"]);
  });

  it("keeps what a number was, whatever its size", () => {
    fc.assert(
      fc.property(fc.integer({min: -1e9, max: 1e9}), (value) => {
        expect(Number(decimal(value).replaceAll(",", "").replace("−", "-"))).toBe(value);
      })
    );
  });

  it("shows small probabilities with more digits than large ones", () => {
    expect([0, 0.00042, 0.0042, 0.042, 0.42, 1].map(probability)).toEqual([
      "0%",
      "0.042%",
      "0.42%",
      "4.20%",
      "42.0%",
      "100.0%"
    ]);
  });

  it("never shows something as nothing, and nothing in one form", () => {
    expect([0, 0.0004, 0.0006, -0.0004].map((share) => percent(share))).toEqual(["0%", "<0.1%", "0.1%", "−<0.1%"]);
    expect([probability(0), probability(1e-9)]).toEqual(["0%", "<0.001%"]);
    for (const unit of ["share", "count", "currency"] as const)
      expect(() => valueText(NaN, unit, {language: "en", currency: "CNY"})).toThrow(/not a number/);
  });

  it("counts in the units of each language, and steps up where rounding would", () => {
    expect([999, 1234, 999_960, 5.688e11].map((value) => compact(value, "en"))).toEqual([
      "999",
      "1.2 k",
      "1.0 m",
      "568.8 bn"
    ]);
    expect([9999.9, 12_345, 5.688e11, 2.5e12].map((value) => compact(value, "zh"))).toEqual([
      "1.0万",
      "1.2万",
      "5,688亿",
      "2.5万亿"
    ]);
  });

  it("names the currency", () => {
    expect([amount(2.3e9, "en", "CNY"), amount(2.3e9, "zh", "CNY"), amount(2.3e9, "zh", "XAF")]).toEqual([
      "CNY 2.3 bn",
      "23.0亿元",
      "23.0亿 XAF"
    ]);
  });

  it("writes ticks as short as they can be", () => {
    expect([tick(6e11, "en"), tick(6e11, "zh"), rateTick(0), rateTick(0.005), rateTick(0.04)]).toEqual([
      "600 bn",
      "6,000亿",
      "0%",
      "0.5%",
      "4%"
    ]);
    expect(percent(0.1234)).toBe("12.3%");
  });
});
