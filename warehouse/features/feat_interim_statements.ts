import {observationKey} from "../column.js";
import {defineTable} from "../contract.js";
import {latestPaper, quarter, trailing, yearAgo} from "./statements/interim.js";

/**
 * The extract holds the flows of an interim statement as the year to date: they run from the start of the fiscal year, whose end the
 * annual statement tells. The latest period leads, whether a year or a year to date, and is compared in its own scope.
 */
export const featInterimStatements = defineTable({
  name: "feat_interim_statements",
  about: {
    en: "The latest statement known by then, of a year or of the year to date",
    zh: "最近已知报表(年报或年初至今报表)"
  },
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    ...latestPaper,
    ...yearAgo,
    ...trailing,
    ...quarter
  }
});
