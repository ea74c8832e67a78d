import {describe, expect, it} from "vitest";
import type {Figure} from "#src/components/figure.js";
import {bookFindings} from "#src/findings/book.js";
import {concentrationFindings, membersOf} from "#src/findings/concentration.js";
import {performanceFindings} from "#src/findings/performance.js";
import {extremeSegments, latestComplete} from "#src/findings/segments.js";
import {OVERVIEW} from "#src/i18n/sentences/overview.js";
import {RATINGS} from "#src/i18n/sentences/ratings.js";
import {SEGMENTS} from "#src/i18n/sentences/segments.js";
import type {Html} from "#src/components/html.js";
import {openFixture} from "../../support/openFixture.js";

const site = openFixture("worsening", "en");
const {reading} = site;
const book = bookFindings(site);
const strategic = membersOf(site, "tier")[0]!;
const as = (figure: Figure, value: number | null): Figure => ({...figure, value});
const text = ({markup}: Html) => markup.replace(/<a[^>]*>|<\/a\s*>/g, "").replace(/\s+/g, " ");

/** The book with its size and its measures of quality moved as told. */
function moved(size: number | null, weak: number | null, pd: number | null = weak) {
  const after = (before: number, change: number | null) => (change === null ? null : before + change);
  return {
    ...book,
    drawnGrowth: as(book.drawnGrowth, size),
    weakShare: as(book.weakShare, 0.3),
    weakShareBefore: as(book.weakShare, after(0.3, weak === null ? null : -weak)),
    meanPd: as(book.meanPd, 0.03),
    meanPdBefore: as(book.meanPd, after(0.03, pd === null ? null : -pd / 10)),
    inDefaultShare: as(book.inDefaultShare, 0.02),
    inDefaultShareBefore: as(book.inDefaultShare, weak === null ? null : 0.02)
  };
}

const SIZES = [0.1, -0.1, 0, null];
const QUALITIES = [[-0.1], [0.1], [0], [0.1, -0.1], [null]] as const;

describe("the headline", () => {
  it("is a sentence for whatever size and quality did", () => {
    const headlines = (language: "en" | "zh") =>
      SIZES.map((size) =>
        QUALITIES.map(([weak, pd]) => OVERVIEW[language].headline(moved(size, weak, pd), reading)).join(" | ")
      );
    expect(headlines("en")).toEqual([
      "The book grew and got safer | The book grew, but got riskier | The book grew and kept its quality | The book grew; its quality is mixed | The book grew",
      "The book shrank, but got safer | The book shrank and got riskier | The book shrank and kept its quality | The book shrank; its quality is mixed | The book shrank",
      "The book kept its size and got safer | The book kept its size and got riskier | The book kept its size and its quality | The book kept its size; its quality is mixed | The book kept its size",
      "The book got safer | The book got riskier | The book kept its quality | The quality of the book is mixed | The book"
    ]);
    expect(headlines("zh")).toEqual([
      "组合规模扩大，风险下降 | 组合规模扩大，但风险上升 | 组合规模扩大，质量不变 | 组合规模扩大，但质量走势不一 | 组合规模扩大",
      "组合规模收缩，但风险下降 | 组合规模收缩，风险上升 | 组合规模收缩，质量不变 | 组合规模收缩，质量走势不一 | 组合规模收缩",
      "组合规模持平，风险下降 | 组合规模持平，风险上升 | 组合规模持平，质量不变 | 组合规模持平，质量走势不一 | 组合规模持平",
      "组合风险下降 | 组合风险上升 | 组合质量不变 | 组合质量走势不一 | 组合概况"
    ]);
  });
});

describe("sentences at the edge", () => {
  it("count one as one", () => {
    expect(text(OVERVIEW.en.size({...book, obligors: as(book.obligors, 1)}, reading))).toContain("It holds 1 obligor,");
    const one = {...strategic, obligors: as(strategic.obligors, 1)};
    expect(text(OVERVIEW.en.strategic({strategic: one, book}, reading))).toMatch(/^1 customer is strategic/);
  });

  it("leave out the PD of strategic customers that are all in default, and the PD of a book without one", () => {
    const fallen = {...strategic, meanPd: as(strategic.meanPd, null)};
    const unrated = {...book, meanPd: as(book.meanPd, null)};
    for (const language of ["en", "zh"] as const) {
      const said = [
        text(OVERVIEW[language].strategic({strategic: fallen, book}, reading)),
        text(OVERVIEW[language].quality(unrated, reading))
      ];
      expect(said.join()).not.toMatch(/mean PD|平均违约概率|none|absent|未提供/);
    }
  });

  it("do not praise ratings on a handful of defaults", () => {
    const found = {...performanceFindings(site)!, verdict: "too_few" as const};
    expect(text(OVERVIEW.en.ratings(found, reading))).toMatch(/^There are too few defaults to tell\. In the year from/);
    expect(text(OVERVIEW.zh.ratings(found, reading))).toMatch(/^违约过少，尚难判断。自/);
  });

  it("leave out an interval that is not there, and name the sample", () => {
    const [auc, none] = [as(book.meanPd, 0.8), as(book.meanPd, null)];
    const finding = {split: "cross_validation", auc, lower: none, upper: none, best: null};
    expect(text(RATINGS.en.model(finding, reading))).toMatch(/^In cross-validation, .* probability [\d.]+%\.$/);
    expect(text(RATINGS.zh.model(finding, reading))).toMatch(/^按交叉验证：.*概率为[\d.]+%。$/);
  });

  it("tell a model seen on later dates from one seen on its own sample", () => {
    const auc = as(book.meanPd, 0.8);
    const said = (split: string) =>
      (["en", "zh"] as const).map((language) =>
        text(RATINGS[language].model({split, auc, lower: auc, upper: auc, best: null}, reading))
      );
    expect(said("test").join()).toMatch(/^On dates after those that it learned from, .*跨时间样本/);
    expect(said("train").join()).toMatch(/^On the very sample that it learned from, .*训练样本/);
    expect(said("elsewhere").join()).toMatch(/^On the sample “elsewhere”, .*以“elsewhere”度量/);
  });

  it("call no industry the largest where several are", () => {
    const found = {...concentrationFindings(site), largest: null, isTied: true, riskiest: null};
    expect(text(OVERVIEW.en.concentration(found, book, reading))).toBe("No single industry is the largest.");
    expect(text(OVERVIEW.zh.concentration(found, book, reading))).toBe("没有单独居首的行业。");
  });

  it("do not set a segment against itself, nor against one as risky", () => {
    const {riskiest, safest} = extremeSegments(site, latestComplete(site)!);
    expect(text(SEGMENTS.en.extremes(riskiest!, riskiest!, reading))).toMatch(/^Only one segment has twenty/);
    const equal = {...safest!, meanPd: riskiest!.meanPd};
    expect(text(SEGMENTS.en.extremes(riskiest!, equal, reading))).toMatch(/^All segments .* same mean PD, [\d.]+%\.$/);
    expect(text(SEGMENTS.zh.extremes(riskiest!, equal, reading))).toMatch(/各细分，平均违约概率均为[\d.]+%。$/);
    expect(text(SEGMENTS.zh.extremes(riskiest!, riskiest!, reading))).toMatch(/^已评级债务人不少于二十户的细分只有/);
  });
});
