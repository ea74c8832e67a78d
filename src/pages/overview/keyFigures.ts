import {martPortfolio} from "#warehouse/marts/mart_portfolio.js";
import {differenceOf, figureOf} from "../../components/figure.js";
import type {Html} from "../../components/html.js";
import {KeyFigures, type KeyFigure} from "../../components/KeyFigures.js";
import {weakHistory, type BookFindings} from "../../findings/book.js";
import {completeYears} from "../../findings/performance.js";
import type {Site} from "../../findings/site.js";
import {day} from "../../format/date.js";
import {WORDS} from "../../i18n/words.js";

type History = Readonly<Record<string, bigint | number | string | null>>;

/** Exposure, obligors, mean PD, default and the observed rate, each against a year before. */
export function keyFigures(site: Site, book: BookFindings): Html {
  const words = WORDS[site.language];
  const rows = site.rows<History>(martPortfolio);
  const history = (valueOf: (row: History) => number | null) =>
    rows.flatMap((row) => {
      const value = valueOf(row);
      return value !== null && Number.isFinite(value) ? [value] : [];
    });
  const column = (name: string) => history((row) => (row[name] === null ? null : Number(row[name])));
  const exposure: KeyFigure = {
    label: words.exposure,
    figure: book.drawn,
    change: book.drawnGrowth,
    changeIn: "percent",
    history: column("drawn"),
    isRiseBad: false
  };
  const keys: KeyFigure[] = [
    ...(book.basis === "drawn" ? [exposure] : []),
    {
      label: words.obligors,
      figure: book.obligors,
      change: book.obligorGrowth,
      changeIn: "percent",
      history: column("obligors"),
      isRiseBad: false
    },
    {
      label: words.meanPd,
      figure: book.meanPd,
      change: book.meanPdChange,
      changeIn: "points",
      history: column("mean_pd"),
      isRiseBad: true
    },
    {
      label: words.keyWeak(book.weakFrom, book.basis === "drawn"),
      figure: book.weakShare,
      change: differenceOf(book.weakShare, book.weakShareBefore),
      changeIn: "points",
      history: weakHistory(site),
      isRiseBad: true
    },
    {
      label: words.keyInDefault,
      figure: book.inDefaultShare,
      change: differenceOf(book.inDefaultShare, book.inDefaultShareBefore),
      changeIn: "points",
      history: history((row) => Number(row.in_default) / Number(row.obligors)),
      isRiseBad: true
    }
  ];
  return KeyFigures([...keys, ...observedRate(site, column("odr"))], site.reading, words.againstYearAgo);
}

function observedRate(site: Site, history: readonly number[]): KeyFigure[] {
  const [before, date] = completeYears(site).slice(-2);
  if (date === undefined) return [];
  const at = (when: string) => figureOf(site.mart(martPortfolio), "odr", {observation_date: when});
  const change = before === undefined ? null : differenceOf(at(date), at(before));
  return [
    {
      label: WORDS[site.language].keyOdr(day(date, site.language)),
      figure: at(date),
      change,
      changeIn: "points",
      history,
      isRiseBad: true
    }
  ];
}
