import {markup, type Html} from "../../components/html.js";
import {show} from "../../components/figureText.js";
import type {SegmentFinding, SurpriseFinding} from "../../findings/segments.js";
import {day} from "../../format/date.js";
import type {Language} from "../../format/language.js";
import type {Reading} from "../../format/value.js";
import {memberName} from "../members.js";
import {WORDS} from "../words.js";

export interface SegmentSentences {
  extremes(riskiest: SegmentFinding, safest: SegmentFinding, reading: Reading): Html;
  surprises(found: readonly SurpriseFinding[], date: string, reading: Reading): Html;
}

function segmentName({industry, size}: SegmentFinding, language: Language): string {
  const names = [memberName("industry", industry, language)];
  if (size !== "unknown")
    names.push(
      size === "not_applicable" ? WORDS[language].sizeNotApplicable : memberName("size", size, language).toLowerCase()
    );
  return names.join(language === "zh" ? "·" : ", ");
}

function isSame(one: SegmentFinding, other: SegmentFinding): boolean {
  return one.industry === other.industry && one.size === other.size;
}

const en: SegmentSentences = {
  extremes: (riskiest, safest, reading) =>
    isSame(riskiest, safest)
      ? markup`Only one segment has twenty rated obligors or more: ${segmentName(riskiest, "en")}, with a mean PD of ${show(riskiest.meanPd, reading)}.`
      : riskiest.meanPd.value === safest.meanPd.value
        ? markup`All segments with twenty rated obligors or more have the same mean PD, ${show(riskiest.meanPd, reading)}.`
        : markup`Of the segments with twenty rated obligors or more, the riskiest is ${segmentName(riskiest, "en")}, with a mean PD of ${show(riskiest.meanPd, reading)}; the safest is ${segmentName(safest, "en")}, with ${show(safest.meanPd, reading)}.`,
  surprises(found, date, reading) {
    if (found.length === 0)
      return markup`In the year from ${day(date, "en")} no industry defaulted more than its PDs explain.`;
    const list = found.map(
      ({industry, expected, observed}, index) =>
        markup`${index === 0 ? "" : "; "}${memberName("industry", industry, "en")} (${show(observed, reading)} ${observed.value === 1 ? "default" : "defaults"}, ${show(expected, reading)} expected)`
    );
    return markup`In the year from ${day(date, "en")} more defaulted than the PDs explain in ${list}.`;
  }
};

const zh: SegmentSentences = {
  extremes: (riskiest, safest, reading) =>
    isSame(riskiest, safest)
      ? markup`已评级债务人不少于二十户的细分只有${segmentName(riskiest, "zh")}，平均违约概率${show(riskiest.meanPd, reading)}。`
      : riskiest.meanPd.value === safest.meanPd.value
        ? markup`已评级债务人不少于二十户的各细分，平均违约概率均为${show(riskiest.meanPd, reading)}。`
        : markup`在已评级债务人不少于二十户的细分中，风险最高的是${segmentName(riskiest, "zh")}，平均违约概率${show(riskiest.meanPd, reading)}；最低的是${segmentName(safest, "zh")}，${show(safest.meanPd, reading)}。`,
  surprises(found, date, reading) {
    if (found.length === 0)
      return markup`自${day(date, "zh")}起12个月内，没有行业的实际违约超出其违约概率所能解释的范围。`;
    const list = found.map(
      ({industry, expected, observed}, index) =>
        markup`${index === 0 ? "" : "、"}${memberName("industry", industry, "zh")}（实际${show(observed, reading)}户，预期${show(expected, reading)}户）`
    );
    return markup`自${day(date, "zh")}起12个月内，实际违约超出违约概率所能解释范围的行业：${list}。`;
  }
};

export const SEGMENTS: Readonly<Record<Language, SegmentSentences>> = {en, zh};
