import type {Language} from "../format/language.js";
import type {Measure} from "./crossfilter.js";

/** What the page tells its script, in an attribute of the section. */
export interface Settings {
  readonly book: string;
  readonly language: Language;
  readonly currency: string;
  readonly grades: readonly string[];
  readonly gradeCount: number;
  readonly weakFrom: number;
  readonly hasExposure: boolean;
  readonly words: Readonly<Record<"absent" | "all" | "before" | "notInEdition" | "unavailable", string>>;
  /** What a share is of, by measure. */
  readonly basis: Readonly<Record<Measure, string>>;
}
