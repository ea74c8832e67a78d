/** A link into what is folded away shows it; not every browser unfolds what it leads into. */
export function unfoldTargets(): void {
  addEventListener("hashchange", unfold);
  // A link to where the address leads already changes no address.
  addEventListener("click", ({target}) => {
    if (target instanceof Element && target.closest("a")?.hash === location.hash) unfold();
  });
  unfold();
}

function unfold(): void {
  const target = location.hash === "" ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const folded = target?.closest("details");
  if (!target || !folded || folded.open) return;
  folded.open = true;
  target.scrollIntoView();
}

/** What is folded away is printed too. */
export function unfoldForPrint(): void {
  addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
  });
}
