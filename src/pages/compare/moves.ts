import {martModelMoves} from "#warehouse/marts/mart_model_moves.js";
import {markup, type Html} from "../../components/html.js";
import type {Comparison, MoveRow} from "../../findings/compare.js";
import type {Site} from "../../findings/site.js";
import {decimal, probability} from "../../format/number.js";
import {LAB} from "../../i18n/lab/words.js";
import {scrolling, section} from "../quality/section.js";
import {pairOf, roleOfPair} from "./pair.js";

/** The obligors that the two judge most differently, from the experiment that was trained first to the other. */
export function movesSection(site: Site, found: Comparison): Html {
  const words = LAB[site.language];
  const rows = found.moves.map((move) => {
    const key = pairOf(found, move);
    return markup`<tr data-pair="${key}"${roleOfPair(found, key)}>${cellsOf(site, move)}</tr>`;
  });
  const headings = [words.obligor, words.date, words.from, words.to, words.notches, words.outcome];
  const head = headings.map((heading) => markup`<th scope="col">${heading}</th>`);
  const table = markup`<table data-mart="${martModelMoves.name}"><caption class="unseen">${words.moves}</caption><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;
  return section("moves", words.moves, markup`<p>${words.movesNote}</p>${scrolling("moves-title", table)}`);
}

function cellsOf({language}: Site, move: MoveRow): Html {
  const words = LAB[language];
  const judged = (grade: string, pd: number) => markup`<span class="grade">${grade}</span> ${probability(pd)}`;
  const notches = `${move.notches > 0 ? "+" : ""}${decimal(move.notches)}`;
  const outcome = move.defaulted ? markup`<strong>${words.defaulted}</strong>` : words.survived;
  return markup`<th scope="row"><code>${move.pseudonym}</code></th><td>${move.observation_date}</td><td>${judged(move.first_grade, move.first_pd)}</td><td>${judged(move.second_grade, move.second_pd)}</td><td>${notches}</td><td>${outcome}</td>`;
}
