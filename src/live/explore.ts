import {bookOfArrow, type LiveBook} from "./book.js";
import {chosenOf, namesUnknown, searchOf, type Chosen, type Members} from "./address.js";
import {countBook, type Measure} from "./crossfilter.js";
import {keepInAddress} from "./page.js";
import {showChosen, showCounted} from "./panels.js";
import type {Settings} from "./settings.js";

let book: Promise<LiveBook> | undefined;
let chosen: Chosen | undefined;
let redrawn: {draw: () => void} | undefined;

function settingsOf(section: HTMLElement): Settings {
  return JSON.parse(section.dataset.settings!) as Settings;
}

function dimensionsOf(section: HTMLElement): string[] {
  return Array.from(section.querySelectorAll<HTMLElement>("[data-dimension]"), (panel) => panel.dataset.dimension!);
}

function membersOf(section: HTMLElement): Members {
  const panels = Array.from(section.querySelectorAll<HTMLElement>("[data-dimension]"), (panel) => {
    const buttons = panel.querySelectorAll<HTMLElement>("button[data-member]");
    return [panel.dataset.dimension!, Array.from(buttons, (button) => button.dataset.member!)] as const;
  });
  return Object.fromEntries(panels);
}

function standardMeasure({hasExposure}: Settings): Measure {
  return hasExposure ? "drawn" : "obligors";
}

/** Takes the choice from the address, and says when it names what this edition does not have. */
export async function restore(section: HTMLElement): Promise<void> {
  const [settings, members, {search}] = [settingsOf(section), membersOf(section), location];
  await choose(section, chosenOf(search, members, standardMeasure(settings)));
  if (namesUnknown(search, members)) say(section, settings.words.notInEdition);
}

/** Puts a sentence after what is chosen. */
function say(section: HTMLElement, sentence: string): void {
  section.querySelector("[data-chosen]")!.append(` · ${sentence}`);
}

/** Answers a press of one of the section's buttons. */
export async function press(section: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const settings = settingsOf(section);
  const now = chosen ?? {measure: standardMeasure(settings), choice: {}};
  const {member, measure} = button.dataset;
  if (measure !== undefined) return choose(section, {...now, measure: measure as Measure});
  if ("clear" in button.dataset) return choose(section, {...now, choice: {}});
  const dimension = button.closest<HTMLElement>("[data-dimension]")?.dataset.dimension;
  if (dimension === undefined || member === undefined) return;
  const members = now.choice[dimension] ?? [];
  const next = members.includes(member) ? members.filter((each) => each !== member) : [...members, member];
  await choose(section, {...now, choice: {...now.choice, [dimension]: next}});
}

async function choose(section: HTMLElement, next: Chosen): Promise<void> {
  const settings = settingsOf(section);
  const dimensions = dimensionsOf(section);
  chosen = next;
  keepInAddress(searchOf(next, dimensions, standardMeasure(settings)));
  showChosen(section, next, settings);
  section.setAttribute("aria-busy", "true");
  try {
    book ??= loadBook(settings.book);
    const loaded = await book;
    if (chosen !== next) return;
    const weakGrades = new Set(settings.grades.slice(settings.weakFrom));
    const counted = countBook(loaded, next.choice, {
      dimensions,
      weakGrades,
      measure: next.measure
    });
    showCounted(section, counted, next, settings);
    const {redraw} = await import("./redraw.js");
    if (chosen !== next) return;
    redrawn ??= redrawOnResize();
    redrawn.draw = () => redraw(section, counted, settings);
    redrawn.draw();
  } catch {
    book = undefined;
    if (chosen !== next) return;
    chosen = undefined;
    const whole: Chosen = {measure: standardMeasure(settings), choice: {}};
    showChosen(section, whole, settings);
    keepInAddress("");
    section.querySelector("[data-chosen]")!.textContent = settings.words.unavailable;
  } finally {
    section.removeAttribute("aria-busy");
  }
}

/** A drawn chart would shrink with the window, its letters too. */
function redrawOnResize(): {draw: () => void} {
  const current = {draw: () => {}};
  addEventListener("resize", () => current.draw());
  return current;
}

async function loadBook(url: string): Promise<LiveBook> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return bookOfArrow(new Uint8Array(await response.arrayBuffer()));
}
