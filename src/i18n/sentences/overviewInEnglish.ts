import type {Figure} from "../../components/figure.js";
import {show, showSize} from "../../components/figureText.js";
import {markup, type Html} from "../../components/html.js";
import type {MemberFinding} from "../../findings/concentration.js";
import {day} from "../../format/date.js";
import type {Reading} from "../../format/value.js";
import {direction, signOf} from "../direction.js";
import {memberName} from "../members.js";
import type {OverviewSentences} from "./overviewSentences.js";
import {isAgainst, movesOf, type Moves} from "./overviewMoves.js";

/** Every combination of what size and quality did, as one sentence without its stop. */
function headlineOf(size: Moves["size"], quality: Moves["quality"]): string {
  if (size === "unknown" && quality === "mixed") return "The quality of the book is mixed";
  const sized = {up: "The book grew", down: "The book shrank", same: "The book kept its size", unknown: "The book"}[
    size
  ];
  if (quality === "unknown") return sized;
  if (quality === "mixed") return `${sized}; its quality is mixed`;
  if (quality === "same" && size === "same") return `${sized} and its quality`;
  const joined = size === "unknown" ? " " : isAgainst(size, quality) ? ", but " : " and ";
  return `${sized}${joined}${{better: "got safer", worse: "got riskier", same: "kept its quality"}[quality]}`;
}

/** A count with its noun, in the number that it asks for. */
function counted(figure: Figure, one: string, many: string, reading: Reading): Html {
  return markup`${show(figure, reading)} ${figure.value === 1 ? one : many}`;
}

export const overviewInEnglish: OverviewSentences = {
  opening: (source, date) =>
    `${source} on ${day(date, "en")}. Every figure leads to what it means and where it comes from.`,
  headline(book, reading) {
    const {size, quality} = movesOf(book, reading);
    return headlineOf(size, quality);
  },
  size(book, reading) {
    const growth = {
      up: markup`, ${showSize(book.drawnGrowth, reading)} more than a year before`,
      down: markup`, ${showSize(book.drawnGrowth, reading)} less than a year before`,
      same: markup`, the same as a year before`,
      unknown: markup``
    }[signOf(book.drawnGrowth, reading)];
    const compared = {
      up: markup`${showSize(book.obligorGrowth, reading)} more`,
      down: markup`${showSize(book.obligorGrowth, reading)} fewer`,
      same: markup`as many`,
      unknown: null
    }[signOf(book.obligorGrowth, reading)];
    const than =
      compared === null
        ? null
        : markup`, ${compared} ${signOf(book.obligorGrowth, reading) === "same" ? "as" : "than"} a year before`;
    if (book.basis === "obligors") {
      return markup`On ${day(book.date, "en")} the book holds ${counted(book.obligors, "obligor", "obligors", reading)}${than}.`;
    }
    return markup`On ${day(book.date, "en")} the book has ${show(book.drawn, reading)} drawn${growth}, against limits of ${show(book.limit, reading)}. It holds ${counted(book.obligors, "obligor", "obligors", reading)}${than}.`;
  },
  quality(book, reading) {
    const moves = movesOf(book, reading);
    const verdict = {
      better: "It is getting better.",
      worse: "It is getting worse.",
      same: "It is unchanged.",
      mixed: "The signs are mixed.",
      unknown: "There is no year before to compare with."
    }[moves.quality];
    const of = book.basis === "drawn" ? "exposure" : "obligors";
    const weakBefore = {
      up: markup`, up from ${show(book.weakShareBefore, reading)} a year ago`,
      down: markup`, down from ${show(book.weakShareBefore, reading)} a year ago`,
      same: markup`, as a year ago`,
      unknown: markup``
    }[moves.weak];
    const pdMove = {
      up: markup`rose from ${show(book.meanPdBefore, reading)} to ${show(book.meanPd, reading)}`,
      down: markup`fell from ${show(book.meanPdBefore, reading)} to ${show(book.meanPd, reading)}`,
      same: markup`stayed at ${show(book.meanPd, reading)}`,
      unknown: markup`is ${show(book.meanPd, reading)}`
    }[moves.meanPd];
    const defaultBefore = {
      up: markup`, up from ${show(book.inDefaultShareBefore, reading)}`,
      down: markup`, down from ${show(book.inDefaultShareBefore, reading)}`,
      same: markup`, as a year ago`,
      unknown: markup``
    }[moves.inDefault];
    const weak = markup`${show(book.weakShare, reading)} of ${of} is in ${book.weakFrom} or worse${weakBefore}`;
    const pd = markup`he mean PD ${pdMove}`;
    const level =
      book.meanPd.value === null
        ? book.weakShare.value !== null && markup` ${weak}.`
        : book.weakShare.value === null
          ? markup` T${pd}.`
          : markup` ${weak}; t${pd}.`;
    return markup`${verdict}${level} ${show(book.inDefaultShare, reading)} of obligors are in default${defaultBefore}.`;
  },
  concentration({largest, isTied, riskiest}, book, reading) {
    const of = book.basis === "drawn" ? "exposure" : "obligors";
    if (largest === null && !isTied) return markup``;
    const name = (member: MemberFinding) => memberName("industry", member.member, "en");
    const first =
      largest === null
        ? markup`No single industry is the largest.`
        : markup`${name(largest)} is the largest industry, with ${show(largest.share, reading)} of ${of} and a mean PD of ${show(largest.meanPd, reading)}.`;
    if (riskiest === null) return first;
    if (riskiest.member === largest?.member)
      return markup`${first} It is also the riskiest of those that hold a twentieth of the book or more.`;
    return markup`${first} ${name(riskiest)} is the riskiest of those that hold a twentieth of the book or more: ${show(riskiest.meanPd, reading)}, on ${show(riskiest.share, reading)} of ${of}; the whole book stands at ${show(book.meanPd, reading)}.`;
  },
  ratings({date, rated, known, expected, observed, odr, meanPd, lower, upper, isDated, verdict}, reading) {
    const judged = {
      in_line: "They hold.",
      too_low: "They were too kind.",
      too_high: "They were too strict.",
      too_few: "There are too few defaults to tell."
    }[verdict];
    const because = {
      in_line: markup`The mean PD of ${show(meanPd, reading)} lies in the 95% interval of the observed rate`,
      too_low: markup`The mean PD of ${show(meanPd, reading)} lies below the 95% interval of the observed rate`,
      too_high: markup`The mean PD of ${show(meanPd, reading)} lies above the 95% interval of the observed rate`,
      too_few: markup`The mean PD is ${show(meanPd, reading)}, the observed rate with its 95% interval`
    }[verdict];
    const came =
      known.value === rated.value
        ? markup`${show(expected, reading)} ${expected.value === 1 ? "default was" : "defaults were"} expected and ${show(observed, reading)} came`
        : markup`the outcome of ${show(known, reading)} of the ${counted(rated, "rated obligor", "rated obligors", reading)} is known, and ${show(observed, reading)} defaulted`;
    const opening = isDated
      ? `${judged} In the year from ${day(date, "en")}, `
      : "The source reports defaults without their dates, so this tells of a likeness and not of a forecast: ";
    return markup`${opening}${came}. ${because}, ${show(odr, reading)} (${show(lower, reading)} to ${show(upper, reading)}).`;
  },
  strategic({strategic, book}, reading) {
    const safer = direction(strategic.meanPd, book.meanPd, reading);
    const compared = {up: "riskier than", down: "safer than", same: "like", unknown: "beside"}[safer];
    const held =
      book.basis === "drawn"
        ? markup` with ${show(strategic.drawn, reading)}, ${show(strategic.share, reading)} of exposure`
        : markup`, ${show(strategic.share, reading)} of the book`;
    const risk =
      strategic.meanPd.value === null
        ? null
        : markup` ${strategic.obligors.value === 1 ? "Its" : "Their"} mean PD is ${show(strategic.meanPd, reading)}, ${compared} the whole book at ${show(book.meanPd, reading)}.`;
    return markup`${counted(strategic.obligors, "customer is", "customers are", reading)} strategic${held}.${risk}`;
  }
};
