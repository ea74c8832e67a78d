import {describe, expect, it} from "vitest";
import {yearLabel, yearTicks} from "#src/components/charts/chart.js";

const years = (month: string) => Array.from({length: 20}, (_, index) => `${2000 + index}-${month}`);

describe("the labels of a time axis", () => {
  it.each([
    ["04-30", 340],
    ["04-30", 760],
    ["12-31", 340],
    ["12-31", 1190]
  ])("of years ending %s have room at %d pixels, and the last year has its own", (month, width) => {
    const ticks = yearTicks(years(month), width);
    const pixelsBetween = ((width - 90) / 20) * Math.abs(ticks[0]!.getUTCFullYear() - ticks[1]!.getUTCFullYear());
    expect(pixelsBetween).toBeGreaterThan(yearLabel(ticks[0]!).length * 6.4);
    expect(ticks[0]!.getUTCFullYear()).toBe(2019);
  });
});
