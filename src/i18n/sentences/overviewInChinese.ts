import {show, showSize} from "../../components/figureText.js";
import {markup} from "../../components/html.js";
import type {BookFindings} from "../../findings/book.js";
import type {MemberFinding} from "../../findings/concentration.js";
import {day} from "../../format/date.js";
import {direction, signOf} from "../direction.js";
import {memberName} from "../members.js";
import type {OverviewSentences} from "./overviewSentences.js";
import {isAgainst, movesOf} from "./overviewMoves.js";

export const overviewInChinese: OverviewSentences = {
  opening: (source, date) => `${source}，${day(date, "zh")}。每个数字均可点开，查看其含义与出处。`,
  headline(book, reading) {
    const {size, quality} = movesOf(book, reading);
    const sized = {up: "组合规模扩大", down: "组合规模收缩", same: "组合规模持平", unknown: "组合"}[size];
    const turned = {better: "风险下降", worse: "风险上升", same: "质量不变", mixed: "质量走势不一", unknown: ""}[
      quality
    ];
    if (size === "unknown") return turned === "" ? "组合概况" : `${sized}${turned}`;
    return turned === "" ? sized : `${sized}，${isAgainst(size, quality) ? "但" : ""}${turned}`;
  },
  size(book, reading) {
    const grown = (growth: BookFindings["drawnGrowth"]) =>
      ({
        up: markup`，较上年增长${showSize(growth, reading)}`,
        down: markup`，较上年下降${showSize(growth, reading)}`,
        same: markup`，与上年持平`,
        unknown: markup``
      })[signOf(growth, reading)];
    if (book.basis === "obligors") {
      return markup`截至${day(book.date, "zh")}，在册债务人${show(book.obligors, reading)}户${grown(book.obligorGrowth)}。`;
    }
    return markup`截至${day(book.date, "zh")}，敞口${show(book.drawn, reading)}${grown(book.drawnGrowth)}；授信额度${show(book.limit, reading)}。在册债务人${show(book.obligors, reading)}户${grown(book.obligorGrowth)}。`;
  },
  quality(book, reading) {
    const moves = movesOf(book, reading);
    const verdict = {
      better: "质量正在改善。",
      worse: "质量正在恶化。",
      same: "质量未变。",
      mixed: "各项指标走势不一。",
      unknown: "没有可比的上年数据。"
    }[moves.quality];
    const of = book.basis === "drawn" ? "敞口" : "债务人";
    const weakBefore = {
      up: markup`，高于一年前的${show(book.weakShareBefore, reading)}`,
      down: markup`，低于一年前的${show(book.weakShareBefore, reading)}`,
      same: markup`，与一年前相同`,
      unknown: markup``
    }[moves.weak];
    const pdMove = {
      up: markup`由${show(book.meanPdBefore, reading)}升至${show(book.meanPd, reading)}`,
      down: markup`由${show(book.meanPdBefore, reading)}降至${show(book.meanPd, reading)}`,
      same: markup`维持在${show(book.meanPd, reading)}`,
      unknown: markup`为${show(book.meanPd, reading)}`
    }[moves.meanPd];
    const defaultBefore = {
      up: markup`，高于一年前的${show(book.inDefaultShareBefore, reading)}`,
      down: markup`，低于一年前的${show(book.inDefaultShareBefore, reading)}`,
      same: markup`，与一年前相同`,
      unknown: markup``
    }[moves.inDefault];
    const weak = markup`${book.weakFrom}级及以下占${of}的${show(book.weakShare, reading)}${weakBefore}`;
    const pd = markup`平均违约概率${pdMove}`;
    const level =
      book.meanPd.value === null
        ? book.weakShare.value !== null && markup`${weak}。`
        : book.weakShare.value === null
          ? markup`${pd}。`
          : markup`${weak}；${pd}。`;
    return markup`${verdict}${level}违约债务人占${show(book.inDefaultShare, reading)}${defaultBefore}。`;
  },
  concentration({largest, isTied, riskiest}, book, reading) {
    const of = book.basis === "drawn" ? "敞口" : "债务人";
    if (largest === null && !isTied) return markup``;
    const name = (member: MemberFinding) => memberName("industry", member.member, "zh");
    const first =
      largest === null
        ? markup`没有单独居首的行业。`
        : markup`${name(largest)}为第一大行业，占${of}的${show(largest.share, reading)}，平均违约概率${show(largest.meanPd, reading)}。`;
    if (riskiest === null) return first;
    if (riskiest.member === largest?.member) return markup`${first}在占组合二十分之一以上的行业中，其风险也最高。`;
    return markup`${first}在占组合二十分之一以上的行业中，${name(riskiest)}风险最高，平均违约概率${show(riskiest.meanPd, reading)}，占${of}的${show(riskiest.share, reading)}；全组合为${show(book.meanPd, reading)}。`;
  },
  ratings({date, rated, known, expected, observed, odr, meanPd, lower, upper, isDated, verdict}, reading) {
    const judged = {
      in_line: "评级可靠。",
      too_low: "评级偏松。",
      too_high: "评级偏严。",
      too_few: "违约过少，尚难判断。"
    }[verdict];
    const place = {in_line: "处于", too_low: "低于", too_high: "高于", too_few: ""}[verdict];
    const inside = verdict === "in_line" ? "之内" : "";
    const counted =
      known.value === rated.value
        ? markup`预期违约${show(expected, reading)}户，实际违约${show(observed, reading)}户`
        : markup`已评级的${show(rated, reading)}户中${show(known, reading)}户结果已知，其中${show(observed, reading)}户违约`;
    const opening = isDated
      ? `${judged}自${day(date, "zh")}起12个月内，`
      : "来源未给出违约日期，以下只反映相关性而非预测：";
    const interval = markup`（${show(lower, reading)}至${show(upper, reading)}）`;
    if (verdict === "too_few")
      return markup`${opening}${counted}。平均违约概率${show(meanPd, reading)}，实际违约率${show(odr, reading)}，其95%置信区间${interval}。`;
    return markup`${opening}${counted}。平均违约概率${show(meanPd, reading)}${place}实际违约率${show(odr, reading)}的95%置信区间${interval}${inside}。`;
  },
  strategic({strategic, book}, reading) {
    const safer = direction(strategic.meanPd, book.meanPd, reading);
    const compared = {up: "高于", down: "低于", same: "等于", unknown: "对照"}[safer];
    const held =
      book.basis === "drawn"
        ? markup`，敞口${show(strategic.drawn, reading)}，占${show(strategic.share, reading)}`
        : markup`，占组合的${show(strategic.share, reading)}`;
    const risk =
      strategic.meanPd.value === null
        ? null
        : markup`平均违约概率${show(strategic.meanPd, reading)}，${compared}全组合的${show(book.meanPd, reading)}。`;
    return markup`战略客户共${show(strategic.obligors, reading)}户${held}。${risk}`;
  }
};
