import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {readSettings} from "#pipeline/settings/settings.js";
import {UserError} from "#pipeline/userError.js";

function settingsFile(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "loanscape-settings-")), "loanscape.config.yaml");
  writeFileSync(file, text);
  return file;
}

describe("readSettings", () => {
  it("takes flags over the environment over the file over defaults", () => {
    const file = settingsFile("threads: 3\nport: 4000\nlanguage: en\n");
    const settings = readSettings({threads: "8"}, {LOANSCAPE_THREADS: "5", LOANSCAPE_PORT: "5000"}, file);
    expect(settings).toMatchObject({threads: 8, port: 5000, language: "en", size: "small"});
  });

  it("accepts an empty file", () => expect(readSettings({}, {}, settingsFile("")).threads).toBe(2));

  it.each([
    [{threads: "many"}, {}, "", /^--threads: "many" will not do/],
    [
      {},
      {LOANSCAPE_MEMORY_LIMIT: "much"},
      "",
      /^LOANSCAPE_MEMORY_LIMIT: "much" will not do: must be a number with MB or GB/
    ],
    [{}, {}, "port: 70000", /loanscape\.config\.yaml, line 1: port: Too big/],
    [{}, {}, "thread: 2", /line 1: Unrecognized key: "thread"/]
  ])("names the place of a wrong value: %j %j %j", (flags, environment, file, message) => {
    const read = () => readSettings(flags, environment, settingsFile(file));
    expect(read).toThrow(UserError);
    expect(read).toThrow(message);
  });

  it("says so when a named file is not there", () => {
    expect(() => readSettings({}, {}, "nowhere.yaml")).toThrow(/there is no such settings file/);
  });
});
