import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {engineSpecifics} from "../support/portableSql.js";

const FOLDERS = ["warehouse/features", "warehouse/targets", "warehouse/book", "warehouse/marts", "pipeline"];

describe("SQL after staging", () => {
  it.each(FOLDERS)("in %s keeps to what engines share; the rest stands behind macros", (folder) => {
    expect(sqlIn(folder).flatMap(([file, sql]) => engineSpecifics(file, sql))).toEqual([]);
  });
});

describe("what is one engine's alone", () => {
  it.each([
    ["asof join", "from a asof join b on a.x >= b.x"],
    ["qualify", "from a\nqualify row_number() over () = 1"],
    ["filter (where ...)", "select count(*) filter (where x > 1)"],
    ["list function", "select list_sum(x)"],
    ["list or subscript", "select x[1]"],
    ["struct or map", "select {a: 1}"],
    ["interval", "select x + interval 1 day"],
    ["to_months(...) and the like", "select x + to_months(3)"],
    ["last_day(...)", "select last_day(x)"],
    ["date_trunc(...) and the like", "select date_trunc('month', x)"],
    ["cast by ::", "select x::date"],
    ["* exclude or * replace", "select * exclude (x)"],
    ["* exclude or * replace", "select * replace (1 as x)"],
    ["columns(...)", "select max(columns(*))"],
    ["arg_max(...) and the like", "select max_by(x, y)"],
    ["any_value(...) and the like", "select bool_or(x)"],
    ["median or quantile", "select quantile_cont(x, 0.5)"],
    ["group by all", "select x group by all"],
    ["order by all", "select x order by all"],
    ["semi, anti or positional join", "from a semi join b on a.x = b.x"],
    ["range or generate_series", "from range(3)"],
    ["split of a text", "select string_split(x, ',')"],
    ["try_cast", "select try_cast(x as date)"],
    ["variable", "select getvariable('x')"],
    ["file as a table", "from read_parquet('x')"],
    ["whole-number division by //", "select x // 2"],
    ["arithmetic on a date", "select paid_date - due_date"],
    ["arithmetic on a date", "select frame.observation_date + 1"],
    ["arithmetic on a date", "select max(period_end) - 3"],
    ["arithmetic on a date", "select date '2020-01-01' - 1"]
  ])("is found as %s, with its line: %s", (construct, sql) => {
    expect(engineSpecifics("x.sql", `-- qualify\n${sql}`)).toContain(
      `x.sql:${sql.startsWith("from a\n") ? 3 : 2}: ${construct}`
    );
  });

  it.each([
    "select days_between(due_date, paid_date) - 1 as late_days",
    "select month_number - 11, amount_due - amount_paid, coalesce(end_share, 0) - day_count",
    "select replace(name, 'qualify [', ''), 'interval' as kind -- asof",
    "select row_number() over (partition by x order by period_end desc, published_date)"
  ])("is not found where there is none: %s", (sql) => {
    expect(engineSpecifics("x.sql", sql)).toEqual([]);
  });
});

function sqlIn(folder: string): [string, string][] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith(".sql"))
    .map((entry): [string, string] => {
      const path = join(entry.parentPath, entry.name);
      return [path, readFileSync(path, "utf8")];
    });
}
