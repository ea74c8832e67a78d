import {readFileSync} from "node:fs";

/** A class of GB/T 4754-2017 that the demo bank lends to, with its limits of size (国统字〔2017〕213号). */
export interface Industry {
  readonly code: string;
  readonly section: string;
  readonly name: string;
  /** Share of the book, in percent. */
  readonly weight: number;
  /** Least employees of a large, medium and small firm; null where the table has no such limit. */
  readonly employees: readonly [number, number, number] | null;
  /** Least revenue of a large, medium and small firm, in 10,000 CNY. */
  readonly revenue: readonly [number, number, number];
}

export const INDUSTRIES: readonly Industry[] = read();

/** Sections in the order of their letters. */
export const SECTIONS: readonly string[] = [...new Set(INDUSTRIES.map(({section}) => section))];

/** What stands for the industry in a firm's name. */
export const SECTION_WORDS: Readonly<Record<string, string>> = {
  A: "农业",
  B: "矿业",
  C: "制造",
  D: "能源",
  E: "建设",
  F: "商贸",
  G: "物流",
  H: "餐旅",
  I: "信息",
  K: "置业",
  L: "商务",
  M: "科技"
};

function read(): Industry[] {
  const lines = readFileSync(new URL("industries.csv", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .slice(1);
  return lines.map((line) => {
    const [code, name, weight, ...limits] = line.split(",") as [string, string, string, ...string[]];
    const [largeX, mediumX, smallX, largeY, mediumY, smallY] = limits.map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number
    ];
    return {
      code,
      section: code[0]!,
      name,
      weight: Number(weight),
      employees: largeX === 0 ? null : [largeX, mediumX, smallX],
      revenue: [largeY, mediumY, smallY]
    };
  });
}
