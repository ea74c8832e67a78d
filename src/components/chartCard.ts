import {markup, type Html, type Part} from "./html.js";
import {buildDocument, chartMarkup} from "./drawing.js";
import type {Chart, ChartOptions} from "./charts/chart.js";
import type {Mart} from "#warehouse/snapshot.js";
import type {DefinitionId} from "#warehouse/definitions.js";
import {LANGUAGE_TAGS} from "../format/language.js";
import {WORDS} from "../i18n/words.js";
import {decimal} from "../format/number.js";
import type {Site} from "../findings/site.js";

/** Widths to draw at, for wide and for narrow screens: beside a sentence, in half a page, across a page. */
export type Widths = readonly [wide: number, narrow: number];
export const BESIDE: Widths = [760, 340];
export const HALF: Widths = [540, 340];
export const ACROSS: Widths = [1190, 340];
/** One drawing for all screens, where a chart is as high as it is wide. */
export const SQUARE: Widths = [360, 360];

export interface ChartCard {
  readonly id: string;
  readonly title: string;
  readonly caption: Part;
  readonly draw: (options: ChartOptions) => Chart;
  /** The figures of the chart as a table, its text alternative. */
  readonly table: Html;
  readonly mart: Mart;
  readonly definition: DefinitionId;
  readonly widths?: Widths;
}

/** A chart with what it says, drawn for wide and for narrow screens, with its figures and its source. */
export function chartCard(site: Site, card: ChartCard): Html {
  const words = WORDS[site.language];
  const [wide, narrow] = card.widths ?? BESIDE;
  const drawn = (width: number) =>
    chartMarkup(named(card.draw({document: buildDocument(), width, language: site.language}), card));
  const name = card.mart.contract.name;
  return markup`<figure class="card chart" id="${card.id}" data-mart="${name}">
    <figcaption>
      <h3 id="${card.id}-title">${card.title}</h3>
      <p id="${card.id}-caption">${card.caption}</p>
    </figcaption>
    <div class="drawing">
      ${
        wide === narrow
          ? markup`<div class="square">${drawn(wide)}</div>`
          : markup`<div class="wide">${drawn(wide)}</div>
            <div class="narrow">${drawn(narrow)}</div>`
      }
    </div>
    <details>
      <summary>${words.showData}</summary>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="${card.id}-title">${card.table}</div>
    </details>
    <p class="proof">
      ${words.source} <a href="./definitions#${card.definition}" lang="${LANGUAGE_TAGS[site.language]}">${name}</a>,
      ${decimal(card.mart.columns.rowCount)} ${words.rows}
    </p>
  </figure>`;
}

function named(chart: Chart, card: ChartCard): Chart {
  chart.setAttribute("role", "img");
  chart.setAttribute("aria-labelledby", `${card.id}-title ${card.id}-caption`);
  return chart;
}
