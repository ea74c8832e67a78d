import type {StagedBank} from "../stagedBank.js";
import {credit} from "./credit.js";
import {OBSERVED} from "./dates.js";
import {flows} from "./flows.js";
import {parties} from "./parties.js";
import {projects} from "./projects.js";
import {relations} from "./relations.js";
import {series} from "./series.js";
import {statements} from "./statements.js";

/**
 * One obligor, A, of which every extract tells for years: a manufacturer with a project, in a group with B, who buys from it and answers for
 * it, supplied by C, who failed. Amounts differ from month to month, so that no figure hides behind another. Facilities H and H2, project Q and
 * the registration number of X3 are spoken of by other extracts before anything says what they are: a plant says it. Facilities S, PS, SB and SD have
 * no line in the last month's book: a plant adds it.
 */
export const leakBank: StagedBank = {
  observationDates: [OBSERVED],
  dataEnd: "2024-12-31",
  rows: {...parties, ...statements, ...credit, ...flows, ...projects, ...relations, ...series}
};
