import {beforeAll, expect, it} from "vitest";
import {firmOf} from "#loaders/demo/bank/firms.js";
import {LAST_MONTH, monthEnd} from "#loaders/demo/calendar.js";
import {drawsOf, STREAM} from "#loaders/demo/draws.js";
import {factorsOf} from "#loaders/demo/truth/factors.js";
import {TRUTH} from "#loaders/demo/truth/parameters.js";
import {pathOf} from "#loaders/demo/truth/paths.js";
import {truePds} from "#loaders/demo/truth/pdTables.js";
import {auc} from "#models/validation/auc.js";
import {truthTally, type TruthTally} from "#loaders/demo/truth/tally.js";

const OBLIGORS = 12_000;
const seen: {pd: number; year: number; defaults: boolean}[] = [];
let tally: TruthTally;

beforeAll(() => {
  const draws = drawsOf(7);
  const factors = factorsOf(draws, TRUTH);
  const pds = truePds(TRUTH, factors);
  tally = truthTally();
  for (let item = 0; item < OBLIGORS; item++) {
    const {section, onboarded} = firmOf(draws, item);
    const quality = Math.floor(draws.uniform(STREAM.quality, item, 0) * TRUTH.qualityClasses);
    const {index, payments} = pathOf(draws, TRUTH, factors, {item, section, quality, onboarded});
    const {from, to, ages, defaultDay} = payments;
    for (let month = 11; month + 12 <= LAST_MONTH; month += 12) {
      if (month < onboarded || month > to || (defaultDay !== null && defaultDay <= monthEnd(month))) continue;
      const age = ages[month - from]! as 0 | 1 | 2 | 3;
      const standing = {quality, section, month, index: index[month - from]!, age};
      const defaults = defaultDay !== null && defaultDay <= monthEnd(month + 12);
      const pd = pds.givenPath(standing);
      seen.push({pd, year: month, defaults});
      tally.add(month, pds.integrated(standing), pd, defaults);
    }
  }
});

function chiSquare(groups: ReadonlyMap<number, {observed: number; expected: number; variance: number}>): number {
  return [...groups.values()].reduce((total, g) => total + (g.observed - g.expected) ** 2 / g.variance, 0);
}

function grouped(key: (one: (typeof seen)[number], rank: number) => number) {
  const groups = new Map<number, {observed: number; expected: number; variance: number}>();
  [...seen]
    .sort((a, b) => a.pd - b.pd)
    .forEach((one, rank) => {
      const group = groups.get(key(one, rank)) ?? {observed: 0, expected: 0, variance: 0};
      group.observed += one.defaults ? 1 : 0;
      group.expected += one.pd;
      group.variance += one.pd * (1 - one.pd);
      groups.set(key(one, rank), group);
    });
  return groups;
}

it("defaults as often as the PD given the path says, over ten bands of it (0.1 %, non-overlapping years)", () => {
  const groups = grouped((_, rank) => Math.floor((rank * 10) / seen.length));
  expect(groups.size).toBe(10);
  expect(chiSquare(groups)).toBeLessThan(29.588); // chi-square, 10 degrees of freedom
});

it("defaults as often as the PD given the path says, year by year (0.1 %)", () => {
  const groups = grouped(({year}) => year);
  expect(groups.size).toBe(9);
  expect(chiSquare(groups)).toBeLessThan(27.877); // chi-square, 9 degrees of freedom
});

it("ranks with an area under the curve between .80 and .90, at a default rate between 1.5 and 4 percent", () => {
  const {pooled, byYear} = tally.pools();
  expect(pooled.aucIntegrated).toBeGreaterThan(0.8);
  expect(pooled.aucIntegrated).toBeLessThan(0.9);
  expect(pooled.aucGivenPath).toBeGreaterThan(pooled.aucIntegrated - 0.002);
  expect(pooled.defaultRate).toBeGreaterThan(0.015);
  expect(pooled.defaultRate).toBeLessThan(0.04);
  expect(Object.keys(byYear)).toEqual(["2017", "2018", "2019", "2020", "2021", "2022", "2023", "2024", "2025"]);
  expect(pooled.defaults).toBe(Object.values(byYear).reduce((total, {defaults}) => total + defaults, 0));
});

it("measures the area under the curve as validation does", () => {
  const risk = Float64Array.from(seen, ({pd}) => pd);
  const defaulted = Uint8Array.from(seen, ({defaults}) => (defaults ? 1 : 0));
  expect(tally.pools().pooled.obligors).toBe(seen.length);
  expect(tally.pools().pooled.aucGivenPath).toBeCloseTo(auc(risk, defaulted).auc, 12);
});

it("defaults more in the year of the planted downturn than in the average year", () => {
  const {pooled, byYear} = tally.pools();
  expect(byYear["2019"]!.defaultRate).toBeGreaterThan(1.15 * pooled.defaultRate);
});
