import {comeAlive, keepInAddress} from "./page.js";

comeAlive();
const asked = new URLSearchParams(location.search).get("of");
for (const radio of document.querySelectorAll<HTMLInputElement>("[data-tabs=of] > input[type=radio]")) {
  if (radio.value === asked) radio.checked = true;
  radio.addEventListener("change", () => keepInAddress(`?${new URLSearchParams({of: radio.value}).toString()}`));
}
if (asked !== null) keepInAddress(location.search);
