import {comeAlive, keepInAddress} from "./page.js";
import {keyOf, pairOf, searchOf, type Pair} from "./pair.js";
import {makeSortable} from "./sort.js";
import {unfoldForPrint} from "./unfold.js";

comeAlive();
unfoldForPrint();
for (const table of document.querySelectorAll<HTMLTableElement>("table[data-sortable]")) makeSortable(table);
const form = document.querySelector<HTMLFormElement>("#two form");
if (form !== null) {
  const ids = form.dataset.experiments!.split(" ");
  const [first, second] = Array.from(form.querySelectorAll("select")) as [HTMLSelectElement, HTMLSelectElement];
  const chosen = (): Pair => ({first: ids.indexOf(first.value), second: ids.indexOf(second.value)});
  const asked = pairOf(location.search, ids, chosen());
  [first.value, second.value] = [ids[asked.first]!, ids[asked.second]!];
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    show(chosen());
    keepInAddress(searchOf(chosen(), ids));
  });
  show(asked);
  if (location.search !== "") keepInAddress(searchOf(asked, ids));
}

/** Marks what belongs to the two; the style sheet hides the rest. */
function show(pair: Pair): void {
  const compared = document.querySelector("#compared")!;
  for (const part of compared.querySelectorAll<HTMLElement | SVGElement>("[data-series]")) {
    const place = Number(part.dataset.series);
    mark(part, place === pair.first ? "first" : place === pair.second ? "second" : null);
  }
  const key = keyOf(pair);
  let sentences = 0;
  for (const part of compared.querySelectorAll<HTMLElement>("[data-pair]")) {
    const isOf = part.dataset.pair === key;
    if (isOf && part.matches("p")) sentences++;
    mark(part, isOf ? "pair" : null);
  }
  const silent = compared.querySelector<HTMLElement>(".no-pair")!;
  silent.dataset.shared ??= silent.textContent;
  silent.textContent = (pair.first === pair.second ? silent.dataset.same : silent.dataset.shared) ?? "";
  silent.hidden = sentences > 0;
}

function mark(part: HTMLElement | SVGElement, role: string | null): void {
  if (role === null) delete part.dataset.role;
  else part.dataset.role = role;
}
