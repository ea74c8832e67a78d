import {comeAlive} from "./page.js";

comeAlive();

/** A link to the rows of a rule or of an extract shows them; not every browser unfolds what it leads into. */
function unfold(): void {
  const target = location.hash === "" ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const folded = target?.closest("details");
  if (!target || !folded || folded.open) return;
  folded.open = true;
  target.scrollIntoView();
}

addEventListener("hashchange", unfold);
// A link to where the address leads already changes no address.
addEventListener("click", ({target}) => {
  if (target instanceof Element && target.closest("a")?.hash === location.hash) unfold();
});
unfold();
