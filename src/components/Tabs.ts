import {markup, type Html, type Part} from "./html.js";

export interface Tab {
  readonly id: string;
  readonly label: Part;
  readonly content: Part;
}

/** One of several contents, chosen by radio buttons, so that it works without a script and from the keyboard. */
export function Tabs(name: string, legend: string, tabs: readonly Tab[], chosen: string): Html {
  return markup`<fieldset class="tabs" data-tabs="${name}"><legend>${legend}</legend>${tabs.map(
    ({id, label, content}) =>
      markup`<input type="radio" name="${name}" id="${name}-${id}" value="${id}"${id === chosen ? markup` checked` : null}><label for="${name}-${id}">${label}</label><div class="tab">${content}</div>`
  )}</fieldset>`;
}
