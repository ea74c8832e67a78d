import {comeAlive, keepInAddress} from "./page.js";
import {makeSortable} from "./sort.js";

comeAlive();
const table = document.querySelector<HTMLTableElement>("#every table");
const form = document.querySelector<HTMLFormElement>("#every form.filter");
if (table !== null && form !== null) {
  makeSortable(table);
  const select = form.querySelector("select")!;
  const asked = new URLSearchParams(location.search).get("model") ?? "";
  if (Array.from(select.options).some(({value}) => value === asked)) select.value = asked;
  const narrow = () => {
    show(table, form, select.value);
    keepInAddress(select.value === "" ? "" : `?${new URLSearchParams({model: select.value}).toString()}`);
  };
  form.addEventListener("input", narrow);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(narrow));
  narrow();
}

/** Shows the experiments of a model; of all where it is empty. */
function show({tBodies}: HTMLTableElement, {dataset, elements}: HTMLFormElement, model: string): void {
  const rows = Array.from(tBodies[0]!.rows);
  for (const row of rows) row.hidden = model !== "" && row.dataset.model !== model;
  const shown = rows.filter(({hidden}) => !hidden).length;
  const output = Array.from(elements).find((element) => element instanceof HTMLOutputElement);
  if (output !== undefined)
    output.textContent = dataset.of!.replace("{shown}", String(shown)).replace("{all}", String(rows.length));
}
