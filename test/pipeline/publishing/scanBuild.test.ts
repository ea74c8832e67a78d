import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {arrowOf} from "#warehouse/engine/arrow.js";
import {columnsFrom, varchars} from "#warehouse/engine/columns.js";
import {scanBuild} from "#pipeline/publishing/scanBuild.js";
import {registrationNumber} from "../../support/fixtureMarts.js";

const NAME = "甲东1号实业有限公司";

function scan(file: string, content: string | Uint8Array, forbidden: readonly string[] = [NAME]) {
  const folder = mkdtempSync(join(tmpdir(), "loanscape-scan-"));
  writeFileSync(join(folder, file), content);
  return scanBuild({folder, forbidden}).map(({kind, text}) => [kind, text]);
}

const spellings: readonly (readonly [string, string])[] = [
  ["as it is", `<td>${NAME}</td>`],
  ["in an attribute", `<td title="${NAME}">`],
  ["as character references", [...NAME].map((letter) => `&#${letter.codePointAt(0)};`).join("")],
  ["as hexadecimal references", [...NAME].map((letter) => `&#x${letter.codePointAt(0)!.toString(16)};`).join("")],
  [
    "as escapes of a script",
    [...NAME].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")
  ],
  ["in an address", `<a href="/x?name=${encodeURIComponent(NAME)}">`]
];

describe("scanBuild", () => {
  it.each(spellings)("finds a name written %s", (_, text) => {
    expect(scan("page.html", text)).toEqual([["forbidden text", NAME]]);
  });

  it("finds a name in an Arrow file, coded or plain, and in a packed one", () => {
    const coded = arrowOf(columnsFrom({name: varchars([NAME, NAME, "x", "x"])}));
    const plain = arrowOf(columnsFrom({name: varchars(["another firm", NAME])}));
    expect(scan("book.arrow", coded)).toEqual([["forbidden text", NAME]]);
    expect(scan("book.arrow", plain)).toEqual([["forbidden text", NAME]]);
    expect(scan("book.arrow.gz", gzipSync(coded))).toEqual([["forbidden text", NAME]]);
    expect(scan("page.html.gz", gzipSync(`<td>${NAME}</td>`))).toEqual([["forbidden text", NAME]]);
  });

  it("finds a registration number that nobody listed, by its check character", () => {
    const number = registrationNumber(17);
    const broken = number.slice(0, -1) + (number.endsWith("A") ? "B" : "A");
    expect(scan("page.html", `<td>${number}</td>`, [])).toEqual([["registration number", number]]);
    expect(scan("page.html", `<td>${broken}</td>`, [])).toEqual([]);
  });

  it("takes a hash for no registration number, and no part of a word for a name", () => {
    expect(scan("page.html", "f872e03e22382517abe3a4cdf478c7e0dea424c577c8c1aa6b565803e61ebbcd", [])).toEqual([]);
    expect(scan("page.html", "<p>Manufacturing in Manchester</p>", ["Manufacture", "facturing", "Manu"])).toEqual([]);
    expect(scan("page.html", "<p>by Manufac Ltd.</p>", ["Manufac"])).toEqual([["forbidden text", "Manufac"]]);
  });

  it("finds a short name where it stands for itself, and takes no variable of a script for it", () => {
    expect(scan("script.js", "const E2=1,x={E2}", ["E2"])).toEqual([]);
    expect(scan("page.html", "<td>E2</td>", ["E2"])).toEqual([["forbidden text", "E2"]]);
    expect(scan("page.html", '<td title="E2">', ["E2"])).toEqual([["forbidden text", "E2"]]);
    expect(scan("book.arrow", arrowOf(columnsFrom({name: varchars(["E2", "x", "E2", "x"])})), ["E2"])).toEqual([
      ["forbidden text", "E2"]
    ]);
  });

  it("cannot tell a short number from others, and says nothing", () => {
    expect(scan("page.html", "<td>44</td>", ["44"])).toEqual([]);
    expect(scan("page.html", "<td>20012345</td>", ["20012345"])).toEqual([["forbidden text", "20012345"]]);
  });

  it("reads a site against two hundred thousand names in a second or two", () => {
    const names = Array.from({length: 200_000}, (_, index) => `华东第${index}精密机械制造有限公司`);
    const page = Array.from({length: 60_000}, (_, index) => `<td>制造业 ${index} 华东第 ${index % 7}</td>`).join("\n");
    const start = performance.now();
    expect(scan("page.html", `${page}<td>华东第199999精密机械制造有限公司</td>`, names)).toEqual([
      ["forbidden text", "华东第199999精密机械制造有限公司"]
    ]);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
