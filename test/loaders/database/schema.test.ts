import {describe, expect, it} from "vitest";
import {databaseSchema, tlsModeOf} from "#loaders/database/schema.js";

const SETTINGS = {host: "db.bank", database: "core", user: "reader", extracts: {invoices: {table: "core.invoices"}}};

describe("the settings of a database", () => {
  it("fill in the port, an hour for a statement, and verification of the server unless it is a socket", () => {
    const database = databaseSchema.parse(SETTINGS);
    expect([database.port, database.statement_timeout_seconds, tlsModeOf(database)]).toEqual([
      5432,
      3600,
      "verify-full"
    ]);
    expect(tlsModeOf(databaseSchema.parse({...SETTINGS, host: "/run/postgresql"}))).toBe("disable");
    expect(tlsModeOf(databaseSchema.parse({...SETTINGS, tls: {mode: "require"}}))).toBe("require");
  });

  it.each([
    [{password: "secret"}, /password/],
    [{password_file: "a", password_env: "B"}, /either password_file or password_env/],
    [{host: "/run/postgresql", tls: {mode: "require"}}, /a socket has no TLS/],
    [{tls: {mode: "require", cert_file: "a"}}, /both cert_file and key_file/],
    [{extracts: {}}, /at least one extract/],
    [{extracts: {"../../etc": {table: "a"}}}, /extracts/],
    [{extracts: {invoices: {}}}, /either a table or a query/],
    [{extracts: {invoices: {table: "a", query: "select 1"}}}, /either a table or a query/],
    [{extracts: {invoices: {table: 'a"; drop'}}}, /without quotes/],
    [{extracts: {invoices: {table: "a.b.c"}}}, /schema.name/],
    [{extracts: {invoices: {table: "a", lag_seconds: 5}}}, /about a watermark/]
  ])("%j are refused", (change, sentence) => {
    const parsed = databaseSchema.safeParse({...SETTINGS, ...change});
    expect(JSON.stringify(parsed.error?.issues)).toMatch(sentence);
  });
});
