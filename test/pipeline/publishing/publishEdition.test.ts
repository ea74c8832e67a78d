import {mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {publishEdition} from "#pipeline/publishing/publishEdition.js";

function built(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "loanscape-built-"));
  mkdirSync(join(folder, "zh"));
  writeFileSync(join(folder, "zh", "overview.html"), text);
  return folder;
}

const out = () => mkdtempSync(join(tmpdir(), "loanscape-out-"));
const current = (folder: string) => readFileSync(join(folder, "risk", "zh", "overview.html"), "utf8");

describe("publishEdition", () => {
  it("keeps each edition and points to the latest", () => {
    const folder = out();
    publishEdition(folder, {name: "2025-11-30-a", audience: "risk", built: built("first")});
    const edition = publishEdition(folder, {name: "2025-12-31-b", audience: "risk", built: built("second")});
    expect(current(folder)).toBe("second");
    expect(edition).toBe(join(folder, "editions", "2025-12-31-b", "risk"));
    expect(readdirSync(join(folder, "editions")).sort()).toEqual(["2025-11-30-a", "2025-12-31-b"]);
    expect(readFileSync(join(folder, "editions", "2025-11-30-a", "risk", "zh", "overview.html"), "utf8")).toBe("first");
  });

  it.skipIf(process.platform === "win32")("points by a relative link, so that the folder can be moved", () => {
    const folder = out();
    publishEdition(folder, {name: "x", audience: "risk", built: built("one")});
    expect(readlinkSync(join(folder, "risk"))).toBe(join("editions", "x", "risk"));
  });

  it("replaces an edition that was built again, and a folder that stood in the pointer's place", () => {
    const folder = out();
    mkdirSync(join(folder, "risk"));
    writeFileSync(join(folder, "risk", "old.html"), "old");
    for (const text of ["one", "two", "two"]) publishEdition(folder, {name: "x", audience: "risk", built: built(text)});
    expect(current(folder)).toBe("two");
    expect(readdirSync(folder).sort()).toEqual(["editions", "risk"]);
    expect(readdirSync(join(folder, "editions", "x"))).toEqual(["risk"]);
  });
});
