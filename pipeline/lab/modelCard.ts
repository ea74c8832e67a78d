import {existsSync} from "node:fs";
import type {Settings} from "../settings/settings.js";
import {cardSections} from "./card/sections.js";
import type {CardInput} from "./card/input.js";
import {experimentsIn, experimentOf, modelOf, recordFile, registryOf} from "./registry.js";
import {readJson} from "./jsonFiles.js";
import {readingsIn} from "./readings.js";
import type {ValidationRecord} from "./validate.js";

export interface ModelCard {
  readonly experiment: string;
  readonly language: "en" | "zh";
  /** Markdown. */
  readonly text: string;
}

/**
 * The card of a model, which is also its method paper: purpose, population, default definition, data, method, estimates, tests,
 * limits, changes. Every figure is read from the registry.
 */
export function modelCard(settings: Settings, wanted: string): ModelCard {
  const registry = registryOf(settings);
  const experiment = experimentOf(registry, wanted);
  const file = recordFile(registry, experiment.id, "validation.json");
  const input: CardInput = {
    experiment,
    model: modelOf(registry, experiment),
    validation: existsSync(file) ? readJson<ValidationRecord>(file) : null,
    readings: readingsIn(registry).filter((reading) => reading.experiment === experiment.id),
    earlier: experimentsIn(registry).filter(
      ({spec, trainedAt}) => spec.model === experiment.spec.model && trainedAt < experiment.trainedAt
    )
  };
  const {language} = settings;
  const sections = cardSections(input).map(({title, lines}) => [
    `## ${title[language]}`,
    "",
    ...lines.flatMap((line) => [line[language], ""])
  ]);
  const head = [`# ${experiment.spec.title[language]}`, "", `\`${experiment.id}\``, ""];
  return {experiment: experiment.id, language, text: [...head, ...sections.flat()].join("\n").trimEnd()};
}
