import {show} from "../../components/figureText.js";
import {markup, type Html} from "../../components/html.js";
import type {BookFindings} from "../../findings/book.js";
import type {Site} from "../../findings/site.js";
import {WORDS} from "../../i18n/words.js";

/** The switch of the measure, and what is chosen. */
export function controls(site: Site, book: BookFindings): Html {
  const words = WORDS[site.language];
  const button = (measure: string, label: string) =>
    markup`<button type="button" data-measure="${measure}" aria-pressed="${String(measure === book.basis)}" disabled>${label}</button>`;
  return markup`<div class="controls live-only">${
    book.basis === "drawn"
      ? markup`<div class="switch" role="group" aria-label="${words.measure}">${button("drawn", words.byExposure)}${button("obligors", words.byCount)}</div>`
      : null
  }<p class="chosen" role="status" data-chosen>${words.allOfBook}</p><button type="button" class="clear" data-clear disabled>${words.clear}</button></div>`;
}

/** The figures of what is chosen; of the whole book at first. */
export function selectionFigures(site: Site, book: BookFindings): Html {
  const words = WORDS[site.language];
  const weak = site.language === "zh" ? `${book.weakFrom}${words.weakShare}` : `${book.weakFrom} ${words.weakShare}`;
  const figures = [
    ["obligors", words.obligors, book.obligors],
    ...(book.basis === "drawn" ? [["drawn", words.exposure, book.drawn] as const] : []),
    ["pd", words.meanPd, book.meanPd],
    ["weak", weak, book.weakShare],
    ["default", words.inDefault, book.inDefaultShare]
  ] as const;
  return markup`<dl class="selection" aria-label="${words.selection}">${figures.map(
    ([key, label, figure]) =>
      markup`<div data-figure="${key}"><dt>${label}${key === "weak" && book.basis === "drawn" ? markup` · <span data-basis>${words.shareOfExposure}</span>` : null}</dt><dd>${show(figure, site.reading)}</dd></div>`
  )}</dl>`;
}
