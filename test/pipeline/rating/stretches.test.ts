import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {PolicyInForce} from "#pipeline/policy/policy.js";
import type {Champion} from "#pipeline/rating/champion.js";
import {stretchesOf} from "#pipeline/rating/stretches.js";
import {isoDate} from "#warehouse/engine/columns.js";

const FOREVER = "9999-12-31";

/** Things that follow each other, each from its day until that of the next. */
const timeline = (least: number) =>
  fc
    .uniqueArray(fc.integer({min: 10_000, max: 10_060}), {minLength: least, maxLength: 5})
    .map((days) => days.sort((a, b) => a - b).map(isoDate))
    .map((days) => days.map((from, index) => ({from, until: days[index + 1] ?? FOREVER})));

const timelines = fc.tuple(timeline(1), timeline(0)).map(([versions, champions]) => ({
  versions: versions as unknown as PolicyInForce<"rating">[],
  champions: champions as unknown as Champion[]
}));

describe("the stretches that a policy and a champion rate", () => {
  it("follow each other without a gap, none empty, from the first version on", () => {
    fc.assert(
      fc.property(timelines, ({versions, champions}) => {
        const stretches = stretchesOf(versions, champions);
        expect(stretches[0]!.from).toBe(versions[0]!.from);
        expect(stretches.at(-1)!.until).toBe(FOREVER);
        stretches.forEach(({from, until}, index) => {
          expect(from < until).toBe(true);
          if (index > 0) expect(from).toBe(stretches[index - 1]!.until);
        });
      })
    );
  });

  it("have on every day the version and the champion that are in force on it", () => {
    const day = fc.integer({min: 9_990, max: 10_080}).map(isoDate);
    fc.assert(
      fc.property(timelines, day, ({versions, champions}, date) => {
        const isOn = ({from, until}: {from: string; until: string}) => from <= date && date < until;
        const found = stretchesOf(versions, champions).find(isOn);
        const version = versions.find(isOn);
        expect(found?.version).toBe(version);
        if (version !== undefined) expect(found!.champion).toBe(champions.find(isOn) ?? null);
      })
    );
  });
});
