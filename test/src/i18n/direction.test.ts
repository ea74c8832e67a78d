import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {martPortfolio} from "#warehouse/marts/mart_portfolio.js";
import {figureOf, type Figure} from "#src/components/figure.js";
import {direction, quality, signOf} from "#src/i18n/direction.js";
import {openFixture} from "../../support/openFixture.js";

const site = openFixture("oneDate", "en");
const {proof} = figureOf(site.mart(martPortfolio), "mean_pd", {observation_date: "2025-12-31"});
const pd = (value: number | null): Figure => ({value, unit: "probability", proof});

describe("directions", () => {
  it("are what the reader of the printed digits sees", () => {
    expect(direction(pd(0.036949), pd(0.036851), site.reading)).toBe("same");
    expect(direction(pd(0.0371), pd(0.0369), site.reading)).toBe("up");
    expect(direction(pd(0.0369), pd(0.0371), site.reading)).toBe("down");
    expect(direction(pd(null), pd(0.0371), site.reading)).toBe("unknown");
  });

  it("turn round when now and before change places", () => {
    const opposite = {up: "down", down: "up", same: "same", unknown: "unknown"};
    const rate = fc.double({min: 0, max: 1, noNaN: true});
    fc.assert(
      fc.property(rate, rate, (a, b) => {
        expect(direction(pd(a), pd(b), site.reading)).toBe(opposite[direction(pd(b), pd(a), site.reading)]);
      })
    );
  });

  it("call a change that rounds to nothing no change", () => {
    const growth = (value: number): Figure => ({value, unit: "share", proof});
    expect([0.0004, -0.0004, 0.0006, -0.0006].map((value) => signOf(growth(value), site.reading))).toEqual([
      "same",
      "same",
      "up",
      "down"
    ]);
  });

  it("are better or worse only when no sign says otherwise", () => {
    expect(quality("up", "up")).toBe("worse");
    expect(quality("same", "down")).toBe("better");
    expect(quality("up", "down")).toBe("mixed");
    expect(quality("same", "same")).toBe("same");
    expect(quality("unknown", "unknown")).toBe("unknown");
    expect(quality("down", "down", "up")).toBe("mixed");
    expect(quality("up", "same", "unknown")).toBe("worse");
  });
});
