import {expect, it} from "vitest";
import {normalCdf} from "#models/numerics/normal.js";
import {drawsOf} from "#loaders/demo/draws.js";
import {factorsOf} from "#loaders/demo/truth/factors.js";
import {TRUTH, type Truth} from "#loaders/demo/truth/parameters.js";
import {truePds} from "#loaders/demo/truth/pdTables.js";
import {qualityOf} from "#loaders/demo/truth/quality.js";

const PATHS = 100_000;
const SD = Math.hypot(TRUTH.macroSd, TRUTH.sectorSd, TRUTH.ownSd);

/** The generator of Tommy Ettinger's mulberry32 (public domain); not the one under test. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Box and Muller (1958). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Whether one obligor defaults within 12 months, played forward month by month. */
function playsToDefault(random: () => number, mean: number, index: number, age: number): boolean {
  let y = index;
  let pause = 0;
  if (age > 0) {
    const [fatal, left] = openEpisode(random, age);
    if (fatal) return true;
    pause = left;
  }
  for (let month = 1; month <= 12; month++) {
    const innovation = SD * Math.sqrt(1 - TRUTH.persistence ** 2) * normal(random);
    y = mean + TRUTH.persistence * (y - mean) + innovation;
    if (pause > 0) {
      pause--;
      continue;
    }
    if (random() < TRUTH.leavingRate) return false;
    if (random() >= normalCdf(TRUTH.hazardIntercept - TRUTH.hazardSlope * y)) continue;
    if (random() < TRUTH.fatalShare) return month + lag(random) <= 12;
    pause = length(random) - 1;
  }
  return false;
}

/** An episode that is seen open at that age, by rejection: is it fatal, and else how many months it has left. */
function openEpisode(random: () => number, age: number): [boolean, number] {
  for (;;) {
    if (random() < TRUTH.fatalShare) {
      if (lag(random) > age - 1) return [true, 0];
    } else {
      const months = length(random);
      if (months >= age) return [false, months - age];
    }
  }
}

function lag(random: () => number): number {
  const u = random();
  return u < TRUTH.lagShares[0] ? 1 : u < TRUTH.lagShares[0] + TRUTH.lagShares[1] ? 2 : 3;
}

function length(random: () => number): number {
  const u = random();
  return u < TRUTH.lengthShares[0] ? 1 : u < TRUTH.lengthShares[0] + TRUTH.lengthShares[1] ? 2 : 3;
}

const pds = truePds(TRUTH, factorsOf(drawsOf(1), TRUTH));

it("integrates to what a hundred thousand lives played forward show, with and without an open episode (joint level 0.1 %)", () => {
  const random = generator(20_260_101);
  for (const [quality, distance] of [
    [2, -0.5],
    [14, -1],
    [27, 0.3]
  ] as const) {
    for (const age of [0, 1, 2, 3] as const) {
      const mean = qualityOf(TRUTH, quality);
      const expected = pds.integrated({quality, section: 0, month: 50, index: mean + distance, age});
      let defaults = 0;
      for (let path = 0; path < PATHS; path++) if (playsToDefault(random, mean, mean + distance, age)) defaults++;
      const z = (defaults / PATHS - expected) / Math.sqrt((expected * (1 - expected)) / PATHS);
      expect(Math.abs(z)).toBeLessThan(3.94); // two-sided, 0.1 % shared by 12 comparisons
    }
  }
});

it("falls as the index rises, and rises with the age of an open episode", () => {
  for (const quality of [0, 15, 29]) {
    const at = (index: number, age: 0 | 1 | 2 | 3): number =>
      pds.integrated({quality, section: 3, month: 20, index, age});
    const centre = qualityOf(TRUTH, quality);
    for (let k = -30; k < 30; k++) expect(at(centre + (k + 1) / 10, 0)).toBeLessThan(at(centre + k / 10, 0));
    expect([at(centre, 0), at(centre, 1), at(centre, 2), at(centre, 3)]).toEqual(
      [at(centre, 0), at(centre, 1), at(centre, 2), at(centre, 3)].sort((a, b) => a - b)
    );
  }
});

it("knows more once the path of the factors is given: the downturn raises it", () => {
  const standing = {quality: 12, section: 2, month: 26, index: 0, age: 0} as const; // March 2018, before the planted downturn
  expect(pds.givenPath(standing)).toBeGreaterThan(0);
  const withoutPath = pds.integrated(standing);
  expect(Math.abs(Math.log(pds.givenPath(standing) / withoutPath))).toBeGreaterThan(0.02);
});

it("equals a count of all courses, forward in time, where the hazard is the same for everyone", () => {
  const flat = {...TRUTH, hazardSlope: 0, hazardIntercept: -0.4, leavingRate: 0.03} as unknown as Truth;
  const hazard = normalCdf(-0.4);
  const [p1, p2, p3] = TRUTH.lengthShares;
  const [u1, u2] = TRUTH.lagShares;
  // free[m]: probability to be in the book without open arrears at the end of month m.
  const free = Array.from({length: 16}, (_, month) => (month === 0 ? 1 : 0));
  let defaulted = 0;
  for (let month = 1; month <= 12; month++) {
    const atRisk = free[month - 1]! * (1 - 0.03);
    const temporary = atRisk * hazard * (1 - TRUTH.fatalShare);
    const lagsLeft = 12 - month;
    defaulted +=
      atRisk * hazard * TRUTH.fatalShare * (lagsLeft >= 3 ? 1 : lagsLeft === 2 ? u1 + u2 : lagsLeft === 1 ? u1 : 0);
    free[month]! += atRisk * (1 - hazard) + temporary * p1;
    free[month + 1]! += temporary * p2;
    free[month + 2]! += temporary * p3;
  }
  const standing = {quality: 5, section: 1, month: 40, index: 0.2, age: 0} as const;
  const flatPds = truePds(flat, factorsOf(drawsOf(1), flat));
  expect(flatPds.integrated(standing)).toBeCloseTo(defaulted, 9);
  expect(flatPds.givenPath(standing)).toBeCloseTo(defaulted, 9);
});
