/** The day on which features are looked at, and the day after. */
export const OBSERVED = "2022-06-30";
export const NEXT_DAY = "2022-07-01";
/** Observation dates built with it: what is read for the later one must not show in the others. */
export const EARLIER = "2021-12-31";
export const LATER = "2022-07-31";
