import {comeAlive, keepInAddress} from "./page.js";

comeAlive();
const tabs = document.querySelector<HTMLElement>("[data-tabs=year]");
const asked = new URLSearchParams(location.search).get("year");
for (const radio of tabs?.querySelectorAll<HTMLInputElement>("input[type=radio]") ?? []) {
  if (radio.value === asked) radio.checked = true;
  radio.addEventListener("change", () => keepInAddress(`?year=${radio.value}`));
}
if (asked !== null) keepInAddress(location.search);
