import {existsSync, readdirSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {describe, expect, it} from "vitest";

const SKIPPED = new Set(["node_modules", "dist", ".build", ".loanscape", ".git", "extracts"]);

const papers = markdownBelow(".");

describe("papers", () => {
  it.each(papers)("%s links to files that are there", (paper) => {
    const links = [...readFileSync(paper, "utf8").matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map((match) => match[1]!);
    for (const link of links.filter((each) => !/^[a-z]+:/.test(each))) {
      expect(existsSync(join(dirname(paper), link)), `${paper} links to ${link}`).toBe(true);
    }
  });
});

function markdownBelow(folder: string): string[] {
  return readdirSync(folder, {withFileTypes: true}).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return markdownBelow(path);
    return entry.name.endsWith(".md") ? [path] : [];
  });
}
