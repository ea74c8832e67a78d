import {compact, percent} from "../format/number.js";
import {valueText} from "../format/value.js";
import type {Chosen} from "./address.js";
import type {Counted} from "./crossfilter.js";
import {showProofs} from "./proofs.js";
import type {Settings} from "./settings.js";

/** Shows which buttons are pressed, and says the choice in words. */
export function showChosen(
  section: HTMLElement,
  {measure, choice}: Chosen,
  {words, language, basis: basisWords}: Settings
): void {
  const names: string[] = [];
  for (const button of section.querySelectorAll<HTMLButtonElement>("button[data-member]")) {
    const dimension = button.closest<HTMLElement>("[data-dimension]")!.dataset.dimension!;
    const isChosen = choice[dimension]?.includes(button.dataset.member!) === true;
    button.setAttribute("aria-pressed", String(isChosen));
    if (isChosen) names.push(button.querySelector(".name")!.textContent);
  }
  for (const button of section.querySelectorAll<HTMLButtonElement>("button[data-measure]")) {
    button.setAttribute("aria-pressed", String(button.dataset.measure === measure));
  }
  const basis = section.querySelector("[data-basis]");
  if (basis !== null) basis.textContent = basisWords[measure];
  section.classList.toggle("is-chosen", names.length > 0);
  section.querySelector("[data-chosen]")!.textContent =
    names.length > 0 ? names.join(language === "zh" ? "、" : ", ") : words.all;
}

/** Redraws the bars and the figures of the choice. */
export function showCounted(section: HTMLElement, counted: Counted, chosenNow: Chosen, settings: Settings): void {
  const {choice} = chosenNow;
  showFigures(section, counted, settings);
  showProofs(section, counted, chosenNow, settings);
  for (const panel of section.querySelectorAll<HTMLElement>("[data-dimension]")) {
    const dimension = panel.dataset.dimension!;
    const values = counted.byMember[dimension] ?? {};
    const chosen = choice[dimension] ?? [];
    const total = Object.values(values).reduce((sum, value) => sum + value, 0);
    const largest = Math.max(...Object.values(values), 0);
    for (const button of panel.querySelectorAll<HTMLButtonElement>("button[data-member]")) {
      const value = values[button.dataset.member!] ?? 0;
      button.classList.toggle("is-out", chosen.length > 0 && !chosen.includes(button.dataset.member!));
      button.querySelector(".part")!.setAttribute("width", largest > 0 ? ((value / largest) * 100).toFixed(1) : "0");
      button.querySelector(".value")!.textContent = compact(value, settings.language);
      button.querySelector(".share")!.textContent = percent(total > 0 ? value / total : 0);
    }
  }
}

function showFigures(section: HTMLElement, counted: Counted, {language, currency}: Settings): void {
  const reading = {language, currency};
  const texts: Readonly<Record<string, string>> = {
    obligors: valueText(counted.obligors, "count", reading),
    drawn: valueText(counted.drawn, "currency", reading),
    pd: valueText(counted.meanPd, "probability", reading),
    weak: valueText(counted.weakShare, "share", reading),
    default: valueText(counted.defaultShare, "share", reading)
  };
  for (const [key, text] of Object.entries(texts)) {
    const shown = section.querySelector(`[data-figure="${key}"] .figure`);
    if (shown !== null) shown.textContent = text;
  }
}
