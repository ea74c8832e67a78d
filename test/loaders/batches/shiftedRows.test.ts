import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {loadSource} from "#loaders/load.js";
import {demoWith} from "../support/exposureSource.js";
import {csvOf, facility, SMALL_BANK, writeBank} from "../support/smallBank.js";
import {inMemory, rows} from "../support/warehouse.js";

const GOOD = csvOf([facility("F1", "O1", {collateral_type: ""}), facility("F2", "O2", {collateral_type: ""})]);

describe("a row with a field too many", () => {
  it.each([
    ["an amount with a comma in it", GOOD.replace("F2,O2,working_capital,2019-01-31,2022-01-31,5000000", "$&,00")],
    [
      "the same, in a file with Windows line ends",
      GOOD.replace("O2,working_capital", "O2,,working_capital").replaceAll("\n", "\r\n")
    ],
    ["a comma at its end", GOOD.replace(/,\n$/, ",,\n")],
    ["an empty field in quotes at its end", GOOD.replace(/,\n$/, ',,""\n')]
  ])("does not load, though its last fields are empty: %s", async (_what, text) => {
    const folder = await writeBank({obligors: SMALL_BANK["obligors"]!});
    await writeFile(join(folder, "facilities.csv"), text);
    await inMemory(async (engine) => {
      await loadSource(engine, demoWith({}), folder);
      expect(await rows(engine, "select facility_id from stg_facilities")).toEqual([{facility_id: "F1"}]);
      expect(await rows(engine, "select source_line, rule, value from quarantine")).toEqual([
        {source_line: 3n, rule: "wrong_field_count", value: text.split(/\r?\n/)[2]}
      ]);
    });
  });
});
