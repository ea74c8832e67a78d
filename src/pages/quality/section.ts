import {markup, type Html, type Part} from "../../components/html.js";

/** A card of the page, with a heading that can be linked to. */
export function section(id: string, title: string, body: Part): Html {
  return markup`<section class="card" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${body}</section>`;
}

/** A table that may be wider, or much longer, than its place. */
export function scrolling(labelledBy: string, table: Html, isTall = false): Html {
  return markup`<div class="scroll${isTall ? " tall" : ""}" tabindex="0" role="region" aria-labelledby="${labelledBy}">${table}</div>`;
}
