/** Marks the page as alive, so that what needs a script is shown; the other language opens at the same place. */
export function comeAlive(): void {
  document.documentElement.classList.add("is-live");
  const link = document.querySelector<HTMLAnchorElement>("a.language");
  link?.addEventListener("click", () => (link.hash = location.hash));
}

/** Puts the choice into the address and into the link to the other language. */
export function keepInAddress(search: string): void {
  history.replaceState(null, "", `${location.pathname}${search}${location.hash}`);
  const link = document.querySelector<HTMLAnchorElement>("a.language");
  if (link !== null) link.search = search;
}
