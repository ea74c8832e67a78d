import {describe, expect, it} from "vitest";
import {calibrateVotes, openVotes} from "#models/challenger/calibrateVotes.js";
import {calibratedPds} from "#models/calibration/calibration.js";
import {logistic} from "#models/numerics/logistic.js";
import {randomOf} from "#models/numerics/random.js";

const random = randomOf(41);
const votes = Float64Array.from({length: 20_000}, () => 0.05 + 0.9 * random());
const odds = (vote: number) => Math.log(vote / (1 - vote));
const defaulted = Uint8Array.from(votes, (vote) => (random() < logistic(-3 + 1.5 * odds(vote)) ? 1 : 0));
const mean = (pds: Float64Array) => pds.reduce((total, pd) => total + pd, 0) / pds.length;

describe("calibrateVotes", () => {
  it("recovers the slope and shift that made the outcomes", () => {
    const {a, b} = calibrateVotes(votes, defaulted, mean(Float64Array.from(defaulted)));
    expect(Math.abs(b - 1.5)).toBeLessThan(0.1); // about three standard errors
    expect(Math.abs(a + 3)).toBeLessThan(0.15);
  });

  it("only shifts where votes rank the wrong way, and reaches the target all the same", () => {
    const wrong = calibrateVotes(
      votes.map((vote) => 1 - vote),
      defaulted,
      0.02
    );
    expect(wrong.b).toBe(1);
    expect(
      mean(
        calibratedPds(
          wrong,
          votes.map((vote) => 1 - vote)
        )
      )
    ).toBeCloseTo(0.02, 10);
  });
});

describe("openVotes", () => {
  it("leaves no vote at 0 or 1", () => {
    expect([...openVotes(Float64Array.of(0, 0.5, 1), 4)]).toEqual([0.1, 0.5, 0.9]); // by hand: (4 v + 1/2) / 5
  });
});
