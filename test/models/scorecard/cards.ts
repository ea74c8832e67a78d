import fc from "fast-check";
import type {Calibration} from "#models/calibration/calibration.js";
import type {CategoryBins, NumericBins, WoeBin} from "#models/binning/woeBins.js";
import type {Characteristic, Scorecard} from "#models/scorecard/scorecard.js";

const CATEGORIES = ["steel", "it's", 'a "b"', "", " x", "铁路"];
export const texts = fc.oneof(fc.constantFrom(...CATEGORIES, "never seen"), fc.constant(null));

const amount = fc
  .oneof(
    fc.double({noNaN: true, noDefaultInfinity: true}),
    fc.integer({min: -5, max: 5}),
    fc.constantFrom(0.1, 0.3, 1 / 3, Number.MIN_VALUE, -Number.MIN_VALUE, Number.MAX_VALUE, 2 ** 53 + 2)
  )
  .map((value) => value + 0);
const points = fc.integer({min: -80, max: 80});

const held = {goods: 5, bads: 2, woe: 0, isSupported: true};
const rest = {coefficient: -1, standardError: 0.1, pValue: 0, vif: 1, iv: 0.3};

const numeric = fc
  .record({
    cuts: fc.uniqueArray(amount, {maxLength: 6}).map((cuts) => cuts.sort((a, b) => a - b)),
    specials: fc.uniqueArray(amount, {maxLength: 2}),
    all: fc.array(points, {minLength: 10, maxLength: 10})
  })
  .map(({cuts, specials, all}): Omit<Characteristic, "feature"> => {
    const bins: WoeBin[] = [
      ...[...cuts, null].map((upper, at) => ({...held, kind: "interval" as const, lower: cuts[at - 1] ?? null, upper})),
      ...specials.map((value) => ({...held, kind: "special" as const, value})),
      {...held, kind: "missing"}
    ];
    const found: NumericBins = {kind: "numeric", safer: "higher", cuts, specials, bins, iv: 0.3, rawIv: 0.3};
    return {...rest, bins: found, points: all.slice(0, bins.length)};
  });

const textual = fc
  .record({names: fc.shuffledSubarray(CATEGORIES, {minLength: 3}), all: fc.array(points, {minLength: 4, maxLength: 4})})
  .map(({names, all}): Omit<Characteristic, "feature"> => {
    const groups = [names.slice(0, 2), names.slice(2)];
    const bins: WoeBin[] = [
      ...groups.map((values) => ({...held, kind: "categories" as const, values})),
      {...held, kind: "missing"},
      {...held, kind: "unseen"}
    ];
    const found: CategoryBins = {kind: "category", groups, rare: [], bins, iv: 0.3, rawIv: 0.3};
    return {...rest, bins: found, points: all};
  });

const log = fc.double({min: -3, max: 3, noNaN: true});
const calibration: fc.Arbitrary<Calibration> = fc.oneof(
  fc.record({kind: fc.constant("shift" as const), a: log}),
  fc.record({kind: fc.constant("two_parameter" as const), a: log, b: fc.double({min: 0.2, max: 3, noNaN: true})}),
  fc.record({
    kind: fc.constant("isotonic" as const),
    pds: fc.constant([0.001, 0.01, 0.0100001, 0.2]),
    values: fc.constantFrom([0.002, 0.01, 0.03, 0.3], [0, 0.02, 0.02, 1])
  })
);

/** Scorecards of any points over features `x`, `order` and `text`, as no training would make them. */
export const cards: fc.Arbitrary<Scorecard> = fc
  .record({x: numeric, y: numeric, text: textual, calibration, basePoints: fc.integer({min: 300, max: 600})})
  .map(({x, y, text, calibration: chosen, basePoints}) => ({
    kind: "scorecard",
    scaling: {pdo: 20, baseScore: 600, baseOdds: 50},
    basePoints,
    characteristics: [
      {feature: "x", ...x},
      {feature: "order", ...y},
      {feature: "text", ...text}
    ],
    intercept: -2,
    calibration: chosen,
    floor: 0.0005,
    training: {observations: 7, events: 2, meanPd: 0.3},
    steps: [],
    fates: []
  }));

/** Values that a card might stumble over: its cuts and specials, their neighbours, and those that are no amounts. */
export function temptingValues({bins}: Pick<Characteristic, "bins">): number[] {
  if (bins.kind !== "numeric") return [];
  const marks = [...bins.cuts, ...bins.specials];
  return [...marks, ...marks.flatMap(neighbours), NaN, Infinity, -Infinity, 0, -0, 1e300, -1e300];
}

function neighbours(value: number): number[] {
  const bits = new BigInt64Array(Float64Array.of(value).buffer)[0]!;
  return [bits + 1n, bits - 1n]
    .map((near) => new Float64Array(BigInt64Array.of(near).buffer)[0]!)
    .filter((near) => Number.isFinite(near));
}
