import type * as Module from "./explore.js";
import {comeAlive, keepInAddress} from "./page.js";

type Explore = typeof Module;

comeAlive();
const section = document.querySelector<HTMLElement>("#composition");
if (section !== null) arm(section);

/** Loads what draws and counts only when the reader reaches for it, or when the address holds a choice. */
function arm(section: HTMLElement): void {
  for (const button of section.querySelectorAll("button")) button.disabled = false;
  let explore: Promise<Explore> | undefined;
  const load = () => (explore ??= import("./explore.js"));
  for (const intent of ["pointerover", "focusin"]) section.addEventListener(intent, () => void load(), {once: true});
  section.addEventListener("click", (event) => {
    const button = (event.target as Element).closest("button");
    if (button !== null) void load().then(({press}) => press(section, button));
  });
  if (location.search !== "") {
    keepInAddress(location.search);
    void load().then(({restore}) => restore(section));
  }
}
