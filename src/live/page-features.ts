import {filterOf, isShown, searchOf, type FeatureFilter, type Filterable} from "./featureFilter.js";
import {comeAlive, keepInAddress} from "./page.js";
import {makeSortable} from "./sort.js";

interface Listed extends Filterable {
  readonly row: HTMLTableRowElement;
}

comeAlive();
const table = document.querySelector<HTMLTableElement>("#every table");
if (table !== null) {
  const features = listed(table);
  makeSortable(table);
  const form = document.querySelector<HTMLFormElement>("form.filter")!;
  const first = filterOf(location.search);
  for (const [name, value] of Object.entries(first)) fieldOf(form, name).value = value;
  const chosen = () => filterOf(new URLSearchParams([...new FormData(form)] as [string, string][]).toString());
  const narrow = () => {
    show(features, chosen(), form);
    keepInAddress(searchOf(chosen()));
  };
  form.addEventListener("input", narrow);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(narrow));
  show(features, chosen(), form);
}

/** The features of the list, with what the filter reads of them. */
function listed(from: HTMLTableElement): Listed[] {
  return Array.from(from.tBodies[0]!.rows, (row) => {
    const {table: name, safer, sources} = row.dataset;
    const text = [row.cells[0]!.textContent, row.cells[1]!.textContent, sources, name].join(" ");
    return {row, table: name!, safer: safer!, text};
  });
}

function show(features: readonly Listed[], filter: FeatureFilter, form: HTMLFormElement): void {
  let shown = 0;
  for (const feature of features) {
    const isIn = isShown(feature, filter);
    if (isIn) shown++;
    feature.row.hidden = !isIn;
  }
  const said = shown === 0 ? form.dataset.none! : form.dataset.of!;
  form.querySelector("output")!.textContent = said
    .replace("{shown}", String(shown))
    .replace("{all}", String(features.length));
}

function fieldOf(form: HTMLFormElement, name: string): HTMLInputElement | HTMLSelectElement {
  return form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
}
