import {setTimeout as delay} from "node:timers/promises";
import fc from "fast-check";
import {expect, it} from "vitest";
import {describeWithPostgres, readCsv, type Bench} from "./support.js";

/** Pulls the extract `rows` from where the last pull came to; returns the ids that came. */
function puller({folder, pull}: Bench, settings: Readonly<Record<string, unknown>>) {
  let watermarks: Readonly<Record<string, string>> = {};
  return async () => {
    const to = folder();
    const pulled = await pull({extracts: {rows: settings}}, to, {watermarks});
    watermarks = pulled.watermarks;
    const ids = readCsv(to, "rows.csv")
      .slice(1)
      .map(([id]) => Number(id));
    return {ids, watermark: watermarks["rows"], warnings: pulled.warnings.filter((each) => each.startsWith("rows:"))};
  };
}

describeWithPostgres("a pull from a watermark on", (bench) => {
  it("loses and repeats nothing over rounds, whatever comes between them", async () => {
    const {admin} = bench();
    const type = fc.constantFrom("bigint", "numeric", "timestamp", "timestamptz", "date");
    const rounds = fc.array(fc.array(fc.nat(3), {maxLength: 5}), {minLength: 1, maxLength: 6});
    await fc.assert(
      fc.asyncProperty(type, rounds, async (as, steps) => {
        const isCount = as === "bigint" || as === "numeric";
        await admin.query(`drop table if exists rows; create table rows (id serial, mark ${as})`);
        const next = puller(bench(), {table: "rows", watermark: "mark", lag_seconds: 0});
        const seen: number[] = [];
        let mark = 0;
        for (const round of steps) {
          mark++; // a round never adds at a mark that an earlier one passed
          for (const step of round) {
            mark += step;
            const value = isCount
              ? "$1::bigint"
              : as === "date"
                ? "date '2024-01-01' + $1::integer"
                : `timestamp '2024-01-01' + $1 * interval '1.000001 seconds'`;
            await admin.query(`insert into rows (mark) values (${value})`, [mark]);
          }
          seen.push(...(await next()).ids);
        }
        const all = await admin.query<{id: number}>("select id from rows order by id");
        expect(seen).toEqual(all.rows.map(({id}) => id));
        expect((await next()).ids).toEqual([]);
      }),
      {numRuns: 20}
    );
  });

  it("loses and repeats nothing while others write and commit late, within the lag", async () => {
    const {admin, server} = bench();
    await admin.query("create table late (id serial, changed_at timestamptz)");
    const next = puller(bench(), {query: "select id, changed_at from late", watermark: "changed_at", lag_seconds: 2});
    const pauses = fc.sample(fc.array(fc.nat(400), {minLength: 12, maxLength: 12}), {numRuns: 4, seed: 20_241_231});
    const writers = pauses.map(async (waits) => {
      const writer = await server.admin();
      for (const wait of waits) {
        await writer.query("begin; insert into late (changed_at) values (clock_timestamp())");
        await delay(wait);
        await writer.query("commit");
      }
      await writer.end();
    });
    const seen: number[] = [];
    const written = Promise.all(writers).then(() => true);
    let rounds = 0;
    do {
      seen.push(...(await next()).ids);
      rounds++;
    } while (!(await Promise.race([written, delay(100, false)])));
    await delay(2100);
    seen.push(...(await next()).ids);
    expect(rounds).toBeGreaterThan(5);
    expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({length: 48}, (_, index) => index + 1));
  });

  it("gives the same rows again, and what came since, where the first pull was never loaded", async () => {
    const {admin, folder, pull} = bench();
    await admin.query("create table again as select g as id, g as mark from generate_series(1, 3) g");
    const settings = {extracts: {again: {table: "again", watermark: "mark"}}};
    const first = await pull(settings, folder(), {watermarks: {again: "1"}});
    await admin.query("insert into again values (4, 4)");
    const to = folder();
    const second = await pull(settings, to, {watermarks: {again: "1"}});
    expect(
      readCsv(to, "again.csv")
        .slice(1)
        .map(([id]) => id)
    ).toEqual(["2", "3", "4"]);
    expect([first.watermarks, second.watermarks]).toEqual([{again: "3"}, {again: "4"}]);
  });

  it.each([
    [
      "timestamp",
      {lag_seconds: 60},
      ["2024-01-01 00:00", "2024-01-01 00:09", "2024-01-01 00:10"],
      [1, 2],
      "2024-01-01 00:09:00"
    ],
    ["date", {lag_seconds: 1}, ["2024-01-01", "2024-01-02", "2024-01-03"], [1, 2], "2024-01-02"],
    ["date", {lag_seconds: 0}, ["2024-01-01", "2024-01-02"], [1, 2], "2024-01-02"],
    ["date", {time_zone: "Asia/Shanghai"}, ["2024-01-01", "today", "tomorrow"], [1], "2024-01-01"],
    [
      "timestamp",
      {time_zone: "Asia/Shanghai", lag_seconds: 60},
      ["2024-01-01", "now", "tomorrow"],
      [1],
      "2024-01-01 00:00:00"
    ],
    ["timestamptz", {lag_seconds: 60}, ["2024-01-01", "now", "tomorrow"], [1], "2023-12-31 16:00:00+00"]
  ])("of a %s with %j holds back what is too young", async (type, settings, marks, ids, watermark) => {
    const {admin} = bench();
    await admin.query(`drop table if exists young; create table young (id serial, mark ${type})`);
    for (const mark of marks) await admin.query(`insert into young (mark) values ('${mark}')`);
    const found = await puller(bench(), {table: "young", watermark: "mark", ...settings})();
    expect(found).toEqual({ids, watermark, warnings: []});
  });

  it("stays where it is while the table is empty or holds only younger rows, and warns where the table went back", async () => {
    const {admin, folder, pull} = bench();
    await admin.query("create table back (id integer, mark timestamp)");
    const settings = {extracts: {rows: {table: "back", watermark: "mark", lag_seconds: 60}}};
    expect((await pull(settings, folder())).watermarks).toEqual({});
    await admin.query("insert into back values (1, '2024-01-01')");
    const watermarks = {rows: "2024-01-01 00:00:00"};
    const ahead = await pull(settings, folder(), {watermarks});
    expect([ahead.watermarks, ahead.files[0]!.rows]).toEqual([watermarks, 0]);
    const later = {rows: "2025-01-01 00:00:00"};
    const returned = await pull(settings, folder(), {watermarks: later});
    expect([returned.watermarks, returned.files[0]!.rows]).toEqual([later, 0]);
    expect(returned.warnings.join()).toMatch(/rows: no mark is as high as 2025-01-01 00:00:00, which was seen before/);
  });

  it("warns where rows that are committed late would be missed", async () => {
    const {admin} = bench();
    await admin.query("create table unguarded as select 1 as id, timestamp '2024-01-01' as mark");
    const found = await puller(bench(), {table: "unguarded", watermark: "mark"})();
    expect(found.warnings).toEqual([
      "rows: a row whose mark is passed before it is committed would be missed; state lag_seconds"
    ]);
  });

  it.each([
    ["create table refused as select 1 as id, null::timestamp as mark", {}, /rows without mark would never be pulled/],
    [
      "create table refused as select 1 as id, 'a' as mark",
      {},
      /mark is text; a watermark is a whole number, a date or a time/
    ],
    [
      "create table refused as select 1 as id, 1 as mark",
      {lag_seconds: 5},
      /mark is integer; lag_seconds needs a date or a time/
    ],
    ["create table refused as select 1 as id", {}, /there is no column mark, which watermark names/],
    [
      "create table refused as select 1 as id, timestamp '2024-01-01' as mark",
      {time_zone: "Mars", lag_seconds: 1},
      /time zone "Mars" not recognized/
    ]
  ])("refuses a watermark that would lose rows: %s", async (sql, settings, sentence) => {
    const {admin} = bench();
    await admin.query(`drop table if exists refused; ${sql}`);
    await expect(puller(bench(), {table: "refused", watermark: "mark", ...settings})()).rejects.toThrow(sentence);
  });
});
