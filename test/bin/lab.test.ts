import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {loanscape, start} from "../support/command.js";
import {labBank, type LabBank} from "../support/labBank.js";

let bank: LabBank;
let spec: string;
const at = (...args: string[]) => [...args, "--state", bank.settings.state];
const json = (stdout: string) => JSON.parse(stdout) as Record<string, unknown>;

beforeAll(async () => {
  bank = await labBank({obligors: 300});
  spec = bank.spec();
});

describe("the lab on the command line", () => {
  it("goes from a spec to a champion, each step naming the next", async () => {
    const empty = await loanscape(at("models", "list"));
    expect(empty.stdout).toMatch(/No experiment yet; loanscape train SPEC makes one/);
    const trained = await loanscape(at("train", spec));
    expect(trained.stderr).toMatch(/cross-validation/);
    const id = /^Kept: (small-[0-9a-f]{12})$/m.exec(trained.stdout)![1]!;
    expect(trained.stdout).toMatch(new RegExp(`The test rows have not been read\\. Next: loanscape validate ${id}`));
    const policies = ["--policies", bank.policies];
    const approval = ["--effective-from", "2022-12-31", "--approver", "Me", "--reason", "It is better"];
    const early = await loanscape(at("promote", "small", ...approval, ...policies));
    expect([early.code, early.stderr]).toEqual([
      1,
      expect.stringMatching(/has not been validated; run "loanscape validate/)
    ]);
    const validated = await loanscape(at("validate", "small", ...policies));
    expect(validated.stdout).toMatch(/Reading 1 of the registry; these test rows had been read never before\./);
    const promoted = await loanscape(at("promote", "small", ...approval, ...policies));
    expect(promoted.stdout).toMatch(new RegExp(`^${id} is champion from the date in `));
    expect(existsSync(join(bank.policies, "champion", "demo", "2022-12-31.yaml"))).toBe(true);
    const list = await loanscape(at("models", "list", ...policies));
    expect(list.stdout).toMatch(new RegExp(`${id} +scorecard .* yes +2022-12-31`));
    const scored = await loanscape(at("score", "O0001", "--model", "small", "--date", "2021-12-31", ...policies));
    expect(scored.stdout).toMatch(
      new RegExp(`^O0001 on 2021-12-31, by ${id}: score \\d+, PD \\d+\\.\\d{3} %, grade [ABC]+\\.`)
    );
    const card = await loanscape(at("models", "card", "small", "--language", "zh", ...policies));
    expect(card.stdout).toMatch(/^# 小\n/);
    const sql = await loanscape(at("models", "sql", "small", "--table", "rows", "--keys", "obligor_id", ...policies));
    expect(sql.stdout).toMatch(/^with\n[\s\S]*from "rows"/);
    const compared = await loanscape(at("compare", "small", "small", ...policies));
    expect(compared.stdout).toMatch(/DeLong's paired test/);
  });

  it("gives one JSON document of each", async () => {
    for (const args of [
      ["train", spec],
      ["models", "list"],
      ["models", "card", "small"],
      ["compare", "small", "small"]
    ]) {
      const {code, stdout} = await loanscape(at(...args, "--json"));
      expect([code, json(stdout).ok], args.join(" ")).toEqual([0, true]);
    }
  });

  it.each([
    [["train", "nowhere.yaml"], /nowhere\.yaml: cannot be read/],
    [["validate", "mars"], /mars: no experiment is called so/],
    [["compare", "small", "mars"], /mars: no experiment is called so/],
    [["score", "--model", "small"], /name either an obligor of the source/],
    [["score", "--model", "small", "--values", "nowhere.json"], /nowhere\.json: is not there/],
    [["promote", "small"], /required option '--effective-from <date>' not specified/],
    [["lab", "--source", "mars"], /unknown source "mars"/]
  ])("%j ends with exit 1 and a sentence", async (args, message) => {
    const {code, stderr} = await loanscape(at(...args));
    expect([code, stderr]).toEqual([1, expect.stringMatching(message)]);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe("loanscape lab", () => {
  it("trains on a save, says what is wrong with a spec and keeps watching, and ends cleanly at Ctrl-C", async () => {
    const own = bank.spec({model: "edited"});
    mkdirSync(bank.settings.out, {recursive: true});
    const running = start(at("lab", own, "--no-pages", "--json"));
    await running.said(/"event":"trained"/);
    const text = readFileSync(own, "utf8");
    writeFileSync(own, text.replace("max_bins: 4", "max_bins: none"));
    await running.said(/"event":"refused".*max_bins/);
    writeFileSync(own, text.replace("max_bins: 4", "max_bins: 3"));
    await running.said(/"max_bins":3/);
    running.kill("SIGINT");
    const {code, stdout, stderr} = await running.ended;
    expect(code).toBe(0);
    expect(json(stdout)).toEqual({ok: true, rounds: 3, trained: 2, refused: 1});
    for (const line of stderr.trimEnd().split("\n")) expect(JSON.parse(line)).toHaveProperty("event");
  });
});
