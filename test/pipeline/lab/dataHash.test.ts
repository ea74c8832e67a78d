import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {dataHash} from "#pipeline/lab/dataHash.js";
import type {LabRows} from "#pipeline/lab/rows.js";
import {plantedRows, withFeature} from "../../support/labRows.js";

const rows = plantedRows(20);
const hash = dataHash(rows);

describe("the hash of rows", () => {
  it("is the same for the same rows, whatever the order in which features came", () => {
    expect(dataHash(plantedRows(20))).toBe(hash);
    const turned = {...rows, features: new Map([...rows.features].reverse())};
    expect(dataHash(turned)).toBe(hash);
  });

  it("does not see which of its many bit patterns a NaN has", () => {
    const bits = new BigUint64Array([0x7ff8000000000000n, 0xfff8000000000001n, 0x7ff0000000000001n]);
    const nans = [...new Float64Array(bits.buffer)];
    const hashes = nans.map((nan, place) => {
      const values = rows.features.get("gaps")!.map((value) => (Number.isNaN(value) ? nan : value));
      new BigUint64Array(values.buffer).forEach((_, row) => {
        if (Number.isNaN(values[row])) new BigUint64Array(values.buffer)[row] = bits[place]!;
      });
      return dataHash(withFeature(rows, "gaps", values));
    });
    expect(new Set(hashes)).toEqual(new Set([hash]));
  });

  it("changes with any value, outcome, day or name, and tells a zero from a gap", () => {
    const at = fc.nat({max: rows.defaulted.length - 1});
    const changed = (change: Partial<LabRows>) => dataHash({...rows, ...change});
    fc.assert(
      fc.property(at, fc.constantFrom("risk", "noise", "gaps"), (row, name) => {
        const before = rows.features.get(name)!;
        const values = before.map((value, index) => (index !== row ? value : Number.isNaN(value) ? 0 : value + 1e-9));
        expect(dataHash(withFeature(rows, name, values))).not.toBe(hash);
        expect(changed({defaulted: rows.defaulted.map((flag, index) => (index === row ? 1 - flag : flag))})).not.toBe(
          hash
        );
        expect(changed({days: rows.days.map((day, index) => (index === row ? day + 1 : day))})).not.toBe(hash);
        expect(changed({names: rows.names.map((each, index) => (index === row ? `${each}x` : each))})).not.toBe(hash);
      }),
      {numRuns: 30}
    );
  });

  it("changes with the name of a feature, and when two features change places", () => {
    const {features} = rows;
    const renamed = new Map([...features].map(([name, values]) => [name === "risk" ? "risk_2" : name, values]));
    const swapped = new Map([...features, ["risk", features.get("noise")!], ["noise", features.get("risk")!]] as const);
    expect(dataHash({...rows, features: renamed})).not.toBe(hash);
    expect(dataHash({...rows, features: swapped})).not.toBe(hash);
  });
});
