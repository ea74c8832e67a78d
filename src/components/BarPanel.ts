import {compact, percent} from "../format/number.js";
import type {Language} from "../format/language.js";
import {markup, type Html} from "./html.js";

export interface BarMember {
  readonly member: string;
  readonly name: string;
  readonly colour: string;
  /** In the measure that is shown. */
  readonly value: number;
}

/** One dimension of the book as bars that can be chosen. Without a script they are plain bars. */
export function BarPanel(
  dimension: string,
  title: string,
  members: readonly BarMember[],
  mart: string,
  language: Language
): Html {
  const total = members.reduce((sum, {value}) => sum + value, 0);
  const largest = Math.max(...members.map(({value}) => value), 0);
  return markup`<fieldset class="panel" data-dimension="${dimension}" data-mart="${mart}"><legend>${title}</legend><ul>${members.map(
    (each) =>
      markup`<li><button type="button" data-member="${each.member}" aria-pressed="false" disabled><span class="name">${each.name}</span><svg class="track" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="whole" width="${tenth((each.value / largest) * 100)}" height="8"></rect><rect class="part" width="${tenth((each.value / largest) * 100)}" height="8" fill="${each.colour}"></rect></svg><span class="value">${compact(each.value, language)}</span><span class="share">${percent(total > 0 ? each.value / total : 0)}</span></button></li>`
  )}</ul></fieldset>`;
}

function tenth(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 10) / 10 : 0;
}
