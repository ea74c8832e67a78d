import {markup} from "../components/html.js";
import {page} from "../components/page.js";
import {Tabs} from "../components/Tabs.js";
import {validatedCounts, validations} from "../findings/validation.js";
import type {Site} from "../findings/site.js";
import {LAB} from "../i18n/lab/words.js";
import {LAB_SENTENCES} from "../i18n/sentences/lab.js";
import {commandText, emptyPage} from "./shared/lab.js";
import {validationOf} from "./validation/one.js";

/** Every test of the validated experiments with its verdict, over all rows, by segment and by year. */
export function validationPage(site: Site): string {
  const words = LAB[site.language];
  const head = {name: "validation", heading: words.validationHeading} as const;
  const empty = emptyPage(site, head.name, head.heading);
  if (empty !== null) return empty;
  const found = validations(site);
  if (found.length === 0) {
    return page(site, {
      ...head,
      lead: commandText(words.noneValidated, words.validateCommand, words.thenRun),
      body: null
    });
  }
  const tabs = found.map((each, place) => ({
    id: each.experiment.experiment_id,
    label: markup`<code>${each.experiment.experiment_id}</code>`,
    content: validationOf(site, each, place)
  }));
  return page(site, {
    ...head,
    lead: LAB_SENTENCES[site.language].validated(validatedCounts(site), site.reading),
    script: head.name,
    body: markup`<div data-mart="mart_validation_tests">${Tabs("of", words.validated, tabs, tabs[0]!.id)}</div>`
  });
}
