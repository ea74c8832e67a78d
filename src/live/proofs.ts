import type {Chosen} from "./address.js";
import type {Counted} from "./crossfilter.js";
import type {Settings} from "./settings.js";

/** The table that the book is counted from, and the column of each figure. */
const MART = "mart_obligors";
const COLUMNS: Readonly<Record<string, string>> = {
  obligors: "pseudonym",
  drawn: "drawn",
  pd: "pd",
  weak: "grade",
  default: "grade"
};

type Proof = Readonly<Record<string, string>>;

/** What the build wrote, kept for the whole book. */
const built = new WeakMap<HTMLElement, Proof>();

/** Says where the figures and bars of a choice come from; those of the whole book have the proof of the build. */
export function showProofs(
  section: HTMLElement,
  counted: Counted,
  {measure, choice}: Chosen,
  settings: Settings
): void {
  const filter = Object.entries(choice).flatMap(([name, members]) =>
    members.length > 0 ? [`${name}=${members.join(",")}`] : []
  );
  const isWhole = filter.length === 0 && measure === (settings.hasExposure ? "drawn" : "obligors");
  for (const [key, column] of Object.entries(COLUMNS)) {
    const shown = section.querySelector<HTMLElement>(`[data-figure="${key}"] .figure`);
    if (shown === null) continue;
    const original = originalOf(shown, ["title", "data-mart", "data-column", "data-rows"]);
    const parts = original.title!.split(" · ");
    const title = [parts[0], `${MART}.${column}`, ...filter, parts.at(-1)].join(" · ");
    const proof = {title, "data-mart": MART, "data-column": column, "data-rows": String(counted.obligors)};
    write(shown, isWhole ? original : proof);
  }
  for (const panel of section.querySelectorAll<HTMLElement>("[data-dimension]")) {
    const original = originalOf(panel, ["data-mart"]);
    write(panel, isWhole ? original : {"data-mart": MART});
  }
}

function originalOf(element: HTMLElement, names: readonly string[]): Proof {
  let original = built.get(element);
  if (original === undefined) {
    original = Object.fromEntries(names.map((name) => [name, element.getAttribute(name) ?? ""]));
    built.set(element, original);
  }
  return original;
}

function write(element: HTMLElement, attributes: Proof): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
