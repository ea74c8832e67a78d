import type {Html} from "../../components/html.js";
import type {BookFindings} from "../../findings/book.js";
import type {ConcentrationFindings, MemberFinding} from "../../findings/concentration.js";
import type {PerformanceFindings} from "../../findings/performance.js";
import type {Reading} from "../../format/value.js";

export interface TierFindings {
  readonly strategic: MemberFinding;
  readonly book: BookFindings;
}

/** What the overview says. Each sentence is a function of figures, and turns with them. */
export interface OverviewSentences {
  headline(book: BookFindings, reading: Reading): string;
  opening(source: string, date: string): string;
  size(book: BookFindings, reading: Reading): Html;
  quality(book: BookFindings, reading: Reading): Html;
  concentration(findings: ConcentrationFindings, book: BookFindings, reading: Reading): Html;
  ratings(findings: PerformanceFindings, reading: Reading): Html;
  strategic(findings: TierFindings, reading: Reading): Html;
}
