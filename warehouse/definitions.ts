import type {Definition} from "./definitions/define.js";
import {BOOK_DEFINITIONS} from "./definitions/book.js";
import {CLASSES_DEFINITIONS} from "./definitions/classes.js";
import {FEATURES_DEFINITIONS} from "./definitions/features.js";
import {FORWARD_DEFINITIONS} from "./definitions/forward.js";
import {LAB_DEFINITIONS} from "./definitions/lab.js";
import {MODELS_DEFINITIONS} from "./definitions/models.js";
import {QUALITY_DEFINITIONS} from "./definitions/quality.js";
import {RUN_DEFINITIONS} from "./definitions/run.js";

export type {Definition} from "./definitions/define.js";

/** Every definition, by page, in the order in which the site lists them. */
export const DEFINITIONS = {
  ...BOOK_DEFINITIONS,
  ...CLASSES_DEFINITIONS,
  ...MODELS_DEFINITIONS,
  ...LAB_DEFINITIONS,
  ...QUALITY_DEFINITIONS,
  ...RUN_DEFINITIONS,
  ...FEATURES_DEFINITIONS,
  ...FORWARD_DEFINITIONS
} as const satisfies Readonly<Record<string, Definition>>;

export type DefinitionId = keyof typeof DEFINITIONS;
