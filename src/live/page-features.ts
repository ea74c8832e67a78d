import {filterOf, isShown, searchOf, type FeatureFilter, type Filterable} from "./featureFilter.js";
import {comeAlive, keepInAddress} from "./page.js";
import {makeSortable} from "./sort.js";
import {unfoldTargets} from "./unfold.js";

interface Listed extends Filterable {
  readonly elements: readonly HTMLElement[];
}

comeAlive();
const table = document.querySelector<HTMLTableElement>("#every table");
if (table !== null) {
  const features = listed(table);
  makeSortable(table);
  const form = document.querySelector<HTMLFormElement>("form.filter")!;
  const first = filterOf(location.search);
  for (const [name, value] of Object.entries(first)) fieldOf(form, name).value = value;
  const narrow = () => {
    const filter = filterOf(new URLSearchParams([...new FormData(form)] as [string, string][]).toString());
    show(features, filter, form);
    keepInAddress(searchOf(filter));
  };
  form.addEventListener("input", narrow);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(narrow));
  show(features, filterOf(new URLSearchParams([...new FormData(form)] as [string, string][]).toString()), form);
}
unfoldTargets();

/** The features of the page, each with its line and what it leads to. */
function listed(from: HTMLTableElement): Listed[] {
  return Array.from(from.tBodies[0]!.rows, (row) => {
    const entry = document.getElementById(row.querySelector("a")!.hash.slice(1))!;
    const text = [row.cells[0], entry.querySelector(".about"), entry.querySelector(".facts")];
    return {
      table: entry.dataset.table!,
      safer: entry.dataset.safer!,
      text: text.map((part) => part?.textContent ?? "").join(" "),
      elements: [row, entry]
    };
  });
}

function show(features: readonly Listed[], filter: FeatureFilter, form: HTMLFormElement): void {
  let shown = 0;
  for (const feature of features) {
    const isIn = isShown(feature, filter);
    if (isIn) shown++;
    for (const element of feature.elements) element.hidden = !isIn;
  }
  for (const section of document.querySelectorAll<HTMLElement>("section[id^='table-']")) {
    section.hidden = section.querySelector("details.feature:not([hidden])") === null;
  }
  const said = shown === 0 ? form.dataset.none! : form.dataset.of!;
  form.querySelector("output")!.textContent = said
    .replace("{shown}", String(shown))
    .replace("{all}", String(features.length));
}

function fieldOf(form: HTMLFormElement, name: string): HTMLInputElement | HTMLSelectElement {
  return form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
}
