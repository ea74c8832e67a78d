import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {afterEach, describe, expect, it} from "vitest";
import {UserError} from "#warehouse/engine/userError.js";
import {serveSite, type Serving} from "#pipeline/publishing/serveSite.js";

const open: Serving[] = [];
afterEach(async () => {
  for (const serving of open.splice(0)) await serving.close();
});

async function serve(port = 0): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "loanscape-serve-"));
  writeFileSync(join(folder, "index.html"), "<p>hello</p>");
  writeFileSync(join(folder, "style.css"), "p {}");
  writeFileSync(join(folder, "style.css.gz"), gzipSync("p {}"));
  const serving = await serveSite({folder, port, host: "127.0.0.1"});
  open.push(serving);
  return serving.url;
}

describe("serveSite", () => {
  it("serves pages that are asked for anew each time, and may not be framed or guessed at", async () => {
    const response = await fetch(await serve());
    expect(await response.text()).toBe("<p>hello</p>");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "cache-control": "no-cache",
      "content-security-policy": "frame-ancestors 'none'",
      "content-type": "text/html;charset=utf-8",
      "x-content-type-options": "nosniff"
    });
  });

  it("sends the packed twin of a file", async () => {
    const response = await fetch(`${await serve()}style.css`, {headers: {"accept-encoding": "gzip"}});
    expect([response.headers.get("content-encoding"), await response.text()]).toEqual(["gzip", "p {}"]);
  });

  it("answers 404 with the same care", async () => {
    const response = await fetch(`${await serve()}nothing.html`);
    expect([response.status, response.headers.get("x-content-type-options")]).toEqual([404, "nosniff"]);
  });

  it("says what to do when the port is taken or nothing was built", async () => {
    const {port} = new URL(await serve());
    await expect(serve(Number(port))).rejects.toThrow(UserError);
    await expect(serve(Number(port))).rejects.toThrow(/choose another with --port/);
    const folder = join(tmpdir(), "loanscape-not-there");
    await expect(serveSite({folder, port: 0, host: "127.0.0.1"})).rejects.toThrow(/there is no built site here/);
  });
});
