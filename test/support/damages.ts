import {gzipSync} from "node:zlib";
import {tarOf, zipOf} from "./archives.js";
import {encoded} from "./encode.js";
import type {GoodFile} from "./goodFiles.js";
import {oneOf, shuffled, type Draw} from "./random.js";
import {workbookOf} from "./workbook.js";

export interface Damage {
  readonly kind: string;
  /** How files of this kind end. */
  readonly suffix: string;
  readonly content: (good: GoodFile, draw: Draw) => Buffer | Promise<Buffer>;
}

const ABSURD_NUMBERS = [
  "1e308",
  "-1e999",
  "NaN",
  "９９９",
  "1,2,3,4",
  "0x1F",
  "--5",
  "9".repeat(400),
  "1.7976931348623157e309",
  "（1）"
];
const ABSURD_DATES = [
  "0000-00-00",
  "2020-02-30",
  "9999-12-31",
  "31/12/2020",
  "43831",
  "2020-13-01",
  "昨天",
  "1899-12-30T24:61"
];
const BOMB_BYTES = 40 << 20;

let packedBomb: Buffer | null = null;
let zippedBomb: Buffer | null = null;
const bomb = () => Buffer.concat([Buffer.from("a,b\n"), Buffer.alloc(BOMB_BYTES, `1,${"2".repeat(60)}\n`)]);

/** Every way in which a file is damaged here. */
export const DAMAGES: readonly Damage[] = [
  text("cut", ({csv}, draw) => Buffer.from(csv).subarray(0, draw(Buffer.byteLength(csv)))),
  text("shuffled columns", ({rows}, draw) => {
    const order = shuffled(draw, [...rows[0]!.keys()]);
    const isHeaderToo = draw(2) === 0;
    return csv(rows.map((row, at) => (at > 0 || isHeaderToo ? order.map((column) => row[column]!) : row)));
  }),
  text("another encoding", ({csv: content}, draw) =>
    encoded(content, oneOf(draw, ["gb18030", "utf-16le", "utf-16be"]))
  ),
  text("two encodings", ({csv: content}, draw) => {
    const lines = content.split(/(?<=\n)/);
    return Buffer.concat(
      lines.map((line) => encoded(line, draw(4) === 0 ? oneOf(draw, ["gb18030", "utf-16le"]) : "utf-8"))
    );
  }),
  text("latin characters", ({csv: content}) => Buffer.from(content.replaceAll("示例", "Société"), "latin1")),
  text("injected quotes", ({csv: content}, draw) => injected(content, draw, ['"', '""', '"a"b', ',"'])),
  text("injected line ends", ({csv: content}, draw) => injected(content, draw, ["\n", "\r\n", "\r", "\n\n", "\u2028"])),
  text("injected delimiters", ({csv: content}, draw) => injected(content, draw, [",", ";", "\t", "|", ",,,"])),
  text("NULs", ({csv: content}, draw) => injected(content, draw, ["\0", "\0\0\0\0"])),
  text("stray marks", ({csv: content}, draw) => injected(content, draw, ["\ufeff", "\u3000", "\u00a0", "\u200b"])),
  text("absurd numbers", ({rows}, draw) => csv(withCells(rows, draw, ABSURD_NUMBERS))),
  text("absurd dates", ({rows}, draw) => csv(withCells(rows, draw, ABSURD_DATES))),
  text("header twice", ({rows}, draw) => csv(rows.flatMap((row) => (draw(10) === 0 ? [rows[0]!, row] : [row])))),
  text("column twice", ({rows}) => csv(rows.map((row) => [...row, row[0]!]))),
  text("renamed columns", ({rows}, draw) =>
    csv(rows.map((row, at) => (at === 0 ? row.map((name) => (draw(2) === 0 ? `${name}_${draw(9)}` : name)) : row)))
  ),
  text("no header", ({rows}) => csv(rows.slice(1))),
  text("titles above", ({rows}) => csv([["贷款台账"], [], ["单位:元", ""], ...rows])),
  text("short and wide rows", ({rows}, draw) =>
    csv(rows.map((row, at) => (at > 0 && draw(3) === 0 ? oneOf(draw, [row.slice(1), [...row, "x"], []]) : row)))
  ),
  text("a long line", ({csv: content}, draw) => injected(content, draw, ["x".repeat(3 << 20)], 1)),
  text("a long quoted field", ({csv: content}, draw) => injected(content, draw, [`,"${"x\n".repeat(1 << 15)}`], 1)),
  text("noise in the middle", ({csv: content}, draw) => {
    const bytes = Buffer.from(content);
    const from = draw(bytes.length);
    return noiseIn(bytes, draw, from, Math.min(bytes.length, from + 1 + draw(2000)));
  }),
  text("noise", (_good, draw) => noiseIn(Buffer.alloc(1 + draw(20_000)), draw)),
  text("flipped bits", ({csv: content}, draw) => flipped(Buffer.from(content), draw)),
  text("nothing", (_good, draw) => Buffer.from(oneOf(draw, ["", "\n", "\ufeff", " \r\n \r\n", "\0\0\0"]))),
  text("a picture", (_good, draw) =>
    noiseIn(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.alloc(500)]), draw, 4)
  ),
  packed("gz cut", ".csv.gz", ({csv: content}, draw) => cut(gzipSync(content), draw)),
  packed("gz flipped", ".csv.gz", ({csv: content}, draw) => flipped(gzipSync(content), draw)),
  packed("gz of noise", ".csv.gz", (_good, draw) => gzipSync(noiseIn(Buffer.alloc(5000), draw))),
  packed("gz bomb", ".csv.gz", () => (packedBomb ??= gzipSync(bomb()))),
  packed("zip cut", ".zip", ({extract, csv: content}, draw) => cut(zipOf([{name: `${extract}.csv`, content}]), draw)),
  packed("zip flipped", ".zip", ({extract, csv: content}, draw) =>
    flipped(zipOf([{name: `${extract}.csv`, content}]), draw)
  ),
  packed("zip bomb", ".zip", () => (zippedBomb ??= zipOf([{name: "a.csv", content: bomb()}]))),
  packed("zip that lies", ".zip", ({csv: content}, draw) =>
    zipOf([{name: "a.csv", content, declaredBytes: draw(2 ** 32)}])
  ),
  packed("zip of strange names", ".zip", ({csv: content}, draw) =>
    zipOf([{name: oneOf(draw, ["../../a.csv", "/etc/a.csv", "a\n\x07.csv", "x".repeat(500), "C:\\a.csv"]), content}])
  ),
  packed("tar cut", ".tar.gz", async ({csv: content}, draw) =>
    gzipSync(cut(await tarOf({"a/1.csv": content, "a/2.csv": content}), draw))
  ),
  packed("tar flipped", ".tar", async ({csv: content}, draw) =>
    flipped(await tarOf({"a/1.csv": content, "a/2.csv": content}), draw)
  ),
  packed("workbook cut", ".xlsx", ({xlsx}, draw) => cut(xlsx, draw)),
  packed("workbook flipped", ".xlsx", ({xlsx}, draw) => flipped(xlsx, draw)),
  packed("another sheet", ".xlsx", ({rows}, draw) => workbookOf({说明: [["说明"]], S: shuffled(draw, rows)})),
  packed("Parquet cut", ".parquet", ({parquet}, draw) => cut(parquet, draw)),
  packed("Parquet flipped", ".parquet", ({parquet}, draw) => flipped(parquet, draw)),
  packed("JSON cut", ".jsonl", ({jsonLines}, draw) => cut(Buffer.from(jsonLines), draw)),
  packed("JSON with quotes", ".jsonl", ({jsonLines}, draw) => injected(jsonLines, draw, ['"', "{", "}", "\n", "\0"]))
];

function text(kind: string, content: Damage["content"]): Damage {
  return {kind, suffix: ".csv", content};
}

function packed(kind: string, suffix: string, content: Damage["content"]): Damage {
  return {kind, suffix, content};
}

function csv(rows: readonly (readonly string[])[]): Buffer {
  const field = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return Buffer.from(rows.map((row) => `${row.map(field).join(",")}\n`).join(""));
}

function withCells(rows: GoodFile["rows"], draw: Draw, values: readonly string[]): string[][] {
  return rows.map((row, at) => row.map((cell) => (at > 0 && draw(5) === 0 ? oneOf(draw, values) : cell)));
}

function injected(content: string, draw: Draw, pieces: readonly string[], times = 1 + draw(8)): Buffer {
  let changed = content;
  for (let time = 0; time < times; time++) {
    const at = draw(changed.length);
    changed = changed.slice(0, at) + oneOf(draw, pieces) + changed.slice(at);
  }
  return Buffer.from(changed);
}

function cut(bytes: Buffer, draw: Draw): Buffer {
  return bytes.subarray(0, 1 + draw(bytes.length - 1));
}

function flipped(bytes: Buffer, draw: Draw): Buffer {
  const changed = Buffer.from(bytes);
  for (let time = 1 + draw(6); time > 0; time--) changed[draw(changed.length)]! ^= 1 << draw(8);
  return changed;
}

function noiseIn(bytes: Buffer, draw: Draw, from = 0, end = bytes.length): Buffer {
  const changed = Buffer.from(bytes);
  for (let at = from; at < end; at++) changed[at] = draw(256);
  return changed;
}
