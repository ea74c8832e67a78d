import {execFileSync} from "node:child_process";
import {statSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {databaseOf} from "../../support/postgresServer.js";
import {describeWithPostgres} from "./support.js";

const SCRIPT = join(import.meta.dirname, "pullOnce.ts");

describeWithPostgres("the memory of a pull", (bench) => {
  it("does not grow with what it pulls", () => {
    const {server, folder} = bench();
    const peaks = [100_000, 400_000].map((rows) => {
      const to = folder();
      const query = `select g as id, repeat('x', 500) || g as name, g * 1.25 as amount from generate_series(1, ${rows}) g`;
      const settings = JSON.stringify(databaseOf(server, {extracts: {many: {query}}}));
      const peak = Number(
        execFileSync(process.execPath, ["--import", "tsx", SCRIPT, settings, to], {encoding: "utf8"})
      );
      expect(statSync(join(to, "many.csv")).size).toBeGreaterThan(rows * 500);
      return peak;
    });
    expect(peaks[0]).toBeGreaterThan(40);
    expect(peaks[1]! - peaks[0]!).toBeLessThan(40);
  });
});
