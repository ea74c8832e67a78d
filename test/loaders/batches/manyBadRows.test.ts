import {describe, expect, it} from "vitest";
import {loadSource} from "#loaders/load.js";
import {UserError} from "#warehouse/engine/userError.js";
import {demoWith, plantedFolder} from "../support/exposureSource.js";
import {inMemory, rows} from "../support/warehouse.js";

const demo = demoWith({});
const ROWS = 230_000;

/** Exposures of which the first so many hold a bad value. */
function exposuresWith(bad: number, column: "month_end" | "drawn", value: string): string {
  const lines = Array.from({length: ROWS}, (_, row) => {
    const good = new Date(Date.UTC(1990, 0, 1 + Math.floor(row / 100))).toISOString().slice(0, 10);
    const [day, drawn] = row >= bad ? [good, "1"] : column === "drawn" ? [good, value] : [value, "1"];
    return `F${row % 100},${day},1000,${drawn},0`;
  });
  return `facility_id,month_end,limit,drawn,days_past_due\n${lines.join("\n")}\n`;
}

describe("more bad rows than are looked at for nothing", () => {
  it.each([
    ["sign", "drawn", "-1"],
    ["not_a_date", "month_end", "31.01.2020"]
  ] as const)("stop the load with the sentence of the gate: %s", async (rule, column, value) => {
    const folder = await plantedFolder({"exposures.csv": exposuresWith(ROWS, column, value)});
    await inMemory(async (engine) => {
      const error: unknown = await loadSource(engine, demo, folder).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(UserError);
      const {message} = error as Error;
      expect(message).toContain("exposures: 230,000 of 230,000 rows (100 %) broke a rule, so that none was loaded;");
      expect(message).toContain(`most often ${rule} (`);
      expect(message).toContain(`first in exposures.csv, line 2, column ${column}, value "${value}"`);
      expect(await rows(engine, "select * from load_batches")).toEqual([]);
    });
  });

  it("are all listed where the caller allows them", async () => {
    const folder = await plantedFolder({"exposures.csv": exposuresWith(210_000, "drawn", "-1")});
    await inMemory(async (engine) => {
      const report = await loadSource(engine, demo, folder, {quarantineLimit: 0.95});
      expect(report.tables.at(-1)).toMatchObject({rowsIn: ROWS, loaded: 20_000, quarantined: 210_000});
      expect(
        await rows(engine, "select count(*) as n, min(source_line) as first, max(source_line) as last from quarantine")
      ).toEqual([{n: 210_000n, first: 2n, last: 210_001n}]);
    });
  });
});
