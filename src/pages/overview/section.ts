import {markup, type Html, type Part} from "../../components/html.js";

/** A question, the sentence that answers it, and what shows it. */
export function answer(id: string, question: string, finding: Part, shown: Part): Html {
  return markup`<section class="answer" id="${id}" aria-labelledby="${id}-question"><h2 id="${id}-question">${question}</h2><p class="finding">${finding}</p>${shown}</section>`;
}
