import {expect, it} from "vitest";
import {strongest} from "#models/challenger/strongest.js";
import {randomOf} from "#models/numerics/random.js";

const random = randomOf(31);
const uniform = () => Float64Array.from({length: 4000}, () => random() * 2 - 1);
const [noise, rising, bent, absent] = [uniform(), uniform(), uniform(), uniform()];
const defaulted = Uint8Array.from(rising, (x, row) => (random() < 0.1 + 0.1 * (x + 1) + 0.3 * bent[row]! ** 2 ? 1 : 0));
absent.forEach((_, row) => random() < (defaulted[row] === 1 ? 0.5 : 0.1) && (absent[row] = NaN));
const features = new Map([
  ["noise", noise],
  ["rising", rising],
  ["same", noise],
  ["constant", new Float64Array(4000)],
  ["bent", bent],
  ["absent", absent]
]);

it("keeps features that rank, that are risky at both ends, or whose absence tells", () => {
  const noises = Array.from({length: 20}, (_, at) => [`noise_${at}`, uniform()] as const);
  const kept = strongest(new Map([...features, ...noises]), defaulted, 3).map(({feature}) => feature);
  expect(new Set(kept)).toEqual(new Set(["rising", "bent", "absent"]));
});

it("asks for absence where it tells, orders equals by name and leaves constants out", () => {
  const columns = strongest(features, defaulted, 9);
  expect(columns.filter(({kind}) => kind === "missing")).toEqual([{feature: "absent", kind: "missing"}]);
  expect(columns.map(({feature}) => feature).slice(-2)).toEqual(["noise", "same"]);
  expect(columns.some(({feature}) => feature === "constant")).toBe(false);
});
