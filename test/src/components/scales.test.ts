import {describe, expect, it} from "vitest";
import {
  colourPairs,
  colourSheet,
  contrast,
  gradeColour,
  heatStep,
  HEAT_STEPS,
  tierColour
} from "#src/components/scales.js";

const pairs = new Map(colourPairs());

describe("scales", () => {
  it("gives every colour that a chart may ask for a value, in light and in dark", () => {
    const asked = [
      ...Array.from({length: 12}, (_, order) => gradeColour(order, 11)),
      ...["strategic", "core", "general", "never heard of"].map(tierColour)
    ];
    for (const colour of asked) expect(pairs.has(/--([\w-]+)/.exec(colour)![1]!)).toBe(true);
    expect(colourSheet().match(/prefers-color-scheme: dark/g)).toHaveLength(1);
  });

  it("keeps the ends of the grade ramp apart, default from all grades", () => {
    expect(gradeColour(0, 9)).not.toBe(gradeColour(8, 9));
    expect(gradeColour(9, 9)).toBe("var(--grade-default)");
  });

  it("writes on every heat class with a contrast of 4.5 or more", () => {
    for (let step = 0; step < HEAT_STEPS; step++) {
      const [background, ink] = [pairs.get(`heat-${step}`)!, pairs.get(`heat-ink-${step}`)!];
      for (const scheme of [0, 1] as const)
        expect(contrast(background[scheme], ink[scheme])).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("never shows a larger value paler", () => {
    const steps = Array.from({length: 50}, (_, index) => heatStep(index / 49, 1));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect([heatStep(0, 1), heatStep(1, 1), heatStep(1, 0), heatStep(NaN, 1)]).toEqual([0, HEAT_STEPS - 1, 0, 0]);
  });
});
