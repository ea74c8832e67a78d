import {execFileSync} from "node:child_process";
import {existsSync, mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {openDuckDB} from "#warehouse/engine/duckdb.js";
import {currentSnapshot, readManifest} from "#warehouse/snapshot.js";
import {loanscape, start} from "../support/command.js";
import {ownFolder, runSmallBank, smallBank} from "../support/smallBank.js";

const RUN = ["run", "--no-site"];

/** One sentence for the user, no stack. */
function sentenceOf(stderr: string): string {
  expect(stderr).not.toMatch(/\n\s+at /);
  const lines = stderr.trim().split("\n");
  return lines.at(-1)!;
}

describe("loanscape", () => {
  it("lists its commands, and says what an exit code means", async () => {
    const {code, stdout} = await loanscape(["--help"]);
    expect(code).toBe(0);
    for (const command of ["start", "demo", "load", "run", "build", "serve", "quarantine"])
      expect(stdout).toMatch(new RegExp(`^  ${command}`, "m"));
    expect(stdout).toMatch(/0 done, 1 yours to mend, 2 ours/);
  });

  it.each([
    [["fly"], /unknown command 'fly'/],
    [["run", "--fast"], /unknown option '--fast'/],
    [["build", "--audience", "everyone"], /Allowed choices are risk, management, data_science, all/],
    [[...RUN, "--threads", "lots"], /--threads: "lots" will not do/],
    [[...RUN, "--source", "mars"], /unknown source "mars"; known are demo, cumcm2020c, american-bankruptcy/]
  ])("%j ends with exit 1 and a sentence", async (args, message) => {
    const {code, stderr} = await loanscape(args, {LOANSCAPE_STATE: ownFolder("cli")});
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it("says so when the folder is missing, is empty, or when nothing was published", async () => {
    const state = ownFolder("cli");
    const missing = await loanscape([...RUN, "--from", join(state, "nowhere"), "--state", state]);
    expect([missing.code, sentenceOf(missing.stderr)]).toEqual([1, expect.stringMatching(/nowhere/)]);
    const empty = await loanscape([...RUN, "--from", ownFolder("empty"), "--state", state]);
    expect([empty.code, sentenceOf(empty.stderr)]).toEqual([1, expect.stringMatching(/obligors/)]);
    const unpublished = await loanscape(["build", "--state", state]);
    expect([unpublished.code, sentenceOf(unpublished.stderr)]).toEqual([
      1,
      expect.stringMatching(/nothing has been published/)
    ]);
    const unbuilt = await loanscape(["serve", "--out", join(state, "dist")]);
    expect(unbuilt.code).toBe(1);
  });

  it("takes what the operating system refuses for the user's to mend: a file where a folder is needed", async () => {
    const file = join(ownFolder("cli"), "file");
    writeFileSync(file, "");
    for (const args of [
      [...RUN, "--state", join(file, "state")],
      ["demo", "--extracts", file]
    ]) {
      const {code, stderr} = await loanscape(args);
      expect([code, sentenceOf(stderr)], args.join(" ")).toEqual([
        1,
        expect.stringMatching(/not a folder|is there already/)
      ]);
    }
  });

  it.each([["run", "--nope"], ["fly"]])(
    "with --json puts one document on stdout, also about a wrong word: %s %s",
    async (...args) => {
      const {code, stdout} = await loanscape([...args.filter((arg) => arg !== undefined), "--json"]);
      expect(code).toBe(1);
      expect(JSON.parse(stdout)).toEqual({ok: false, error: {kind: "user", message: expect.stringMatching(/unknown/)}});
    }
  );

  it("with --json puts one document on stdout, also about an error", async () => {
    const {code, stdout} = await loanscape([...RUN, "--json", "--source", "mars", "--state", ownFolder("cli")]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      error: {kind: "user", message: expect.stringMatching(/unknown source/)}
    });
  });
});

describe("a run on the command line", () => {
  it("prints what it did, as text and as one JSON document, and both name the same run", async () => {
    const {extracts} = await smallBank();
    const state = ownFolder("cli");
    const text = await loanscape([...RUN, "--from", extracts, "--state", state]);
    expect(text.code).toBe(0);
    expect(text.stdout).toMatch(
      /AUC of the fitted PD, out of time: 0\.\d{3} \(95 % interval 0\.\d{3} to 0\.\d{3}; [\d,]+ observations, \d+ defaults\)/
    );
    expect(text.stderr).toMatch(/^\[1\/11\] load$/m);
    const json = await loanscape([...RUN, "--from", extracts, "--state", state, "--json"]);
    const document = JSON.parse(json.stdout) as {ok: boolean; runId: string};
    expect(document.ok).toBe(true);
    expect(text.stdout).toContain(document.runId);
  });

  it("waits for nobody: a warehouse that another process holds is said to be held, and nothing changes", async () => {
    const {extracts} = await smallBank();
    const state = ownFolder("locked");
    mkdirSync(join(state, "demo"), {recursive: true});
    const holder = await openDuckDB(join(state, "demo", "warehouse.duckdb"));
    try {
      const {code, stderr} = await loanscape([...RUN, "--from", extracts, "--state", state]);
      expect([code, sentenceOf(stderr)]).toEqual([1, expect.stringMatching(/process \d+ holds the warehouse/)]);
      expect(existsSync(join(state, "demo", "current"))).toBe(false);
    } finally {
      holder.close();
    }
  });

  it.each(["SIGINT", "SIGTERM"] as const)(
    "stopped by %s says so, exits with 130, and leaves what was published",
    async (signal) => {
      const {extracts} = await smallBank();
      const state = ownFolder("stopped");
      await runSmallBank(state);
      const before = readManifest(currentSnapshot(join(state, "demo")));
      const running = start([...RUN, "--from", extracts, "--state", state]);
      await running.said(/\[2\/11\] features/);
      running.kill(signal);
      const {code, stderr} = await running.ended;
      expect([code, sentenceOf(stderr)]).toEqual([130, "loanscape: stopped; what was published before is untouched"]);
      expect(readManifest(currentSnapshot(join(state, "demo")))).toEqual(before);
      expect((await runSmallBank(state)).runId).toBe(before.runId);
    }
  );

  it("stopped while the demo bank is being written leaves no half of one", async () => {
    const extracts = ownFolder("demo");
    const running = start(["demo", "--extracts", extracts]);
    await running.said(/simulated|wrote/);
    running.kill("SIGINT");
    expect((await running.ended).code).toBe(130);
    expect(existsSync(join(extracts, "demo-small-1"))).toBe(false);
  });

  const canMount = process.platform === "linux" && process.getuid?.() === 0 && mounts();
  it.skipIf(!canMount)(
    "on a full disk says so and keeps what was published (needs root on Linux to mount a small disk)",
    async () => {
      const {extracts} = await smallBank();
      const disk = ownFolder("full");
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=12m", "tmpfs", disk]);
      try {
        const {code, stderr} = await loanscape([...RUN, "--from", extracts, "--state", disk]);
        expect([code, sentenceOf(stderr)]).toEqual([1, expect.stringMatching(/disk is full/)]);
        expect(existsSync(join(disk, "demo", "current"))).toBe(false);
      } finally {
        execFileSync("umount", [disk]);
      }
    }
  );
});

function mounts(): boolean {
  const probe = ownFolder("probe");
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", probe], {stdio: "ignore"});
    execFileSync("umount", [probe], {stdio: "ignore"});
    return true;
  } catch {
    return false;
  }
}
