/** Marks the page as alive, so that what needs a script is shown; the other language opens at the same place. */
export function comeAlive(): void {
  document.documentElement.classList.add("is-live");
  showCurrentPage();
  const link = document.querySelector<HTMLAnchorElement>("a.language");
  link?.addEventListener("click", () => (link.hash = location.hash));
}

/** Puts the choice into the address and into the link to the other language. */
export function keepInAddress(search: string): void {
  history.replaceState(null, "", `${location.pathname}${search}${location.hash}`);
  const link = document.querySelector<HTMLAnchorElement>("a.language");
  if (link !== null) link.search = search;
}

/** A navigation that is too wide for the screen shows where the reader is. */
function showCurrentPage(): void {
  const current = document.querySelector<HTMLElement>(".bar nav a[aria-current]");
  const nav = current?.parentElement;
  if (!current || !nav) return;
  const gap = current.getBoundingClientRect().left - nav.getBoundingClientRect().left;
  nav.scrollLeft = gap - (nav.clientWidth - current.offsetWidth) / 2;
}
