/**
 * What the demo bank's world obeys. Chosen by us, so that the book's default rate and the power of
 * the true default probability fall where the README says.
 */
export const TRUTH = {
  /** Monthly persistence, one for all moving parts, so that the index is Markov given its mean. */
  persistence: 0.94,
  /** Standard deviations of the index's parts. */
  qualitySd: 1,
  macroSd: 0.18,
  sectorSd: 0.25,
  ownSd: 0.8,
  /** Number of equally likely quality classes. */
  qualityClasses: 30,
  /** A payment shock in a month has probability Phi(hazardIntercept - hazardSlope * index). */
  hazardIntercept: -2.78,
  hazardSlope: 0.52,
  /** Share of shocks that end in default. */
  fatalShare: 0.2,
  /** Probability that a temporary shock lasts one, two or three months. */
  lengthShares: [0.5, 0.3, 0.2],
  /** Probability that a fatal shock in month s is a default in month s + 1, s + 2 or s + 3. */
  lagShares: [0.1, 0.15, 0.75],
  /** Probability a month that an obligor without arrears repays all and leaves. */
  leavingRate: 0.0025
} as const;

export type Truth = typeof TRUTH;

/** Planted blows: added to the innovation of a factor in each of the months. Nobody foresees them. */
export interface PlantedEvent {
  readonly event: "downturn" | "mild_downturn" | "catering_shock";
  readonly section: string | null;
  readonly first: string;
  readonly last: string;
  readonly monthlyShift: number;
}

export const PLANTED_EVENTS: readonly PlantedEvent[] = [
  {event: "downturn", section: null, first: "2018-04-30", last: "2018-12-31", monthlyShift: -0.13},
  {event: "catering_shock", section: "H", first: "2020-02-29", last: "2020-05-31", monthlyShift: -0.35},
  {event: "mild_downturn", section: null, first: "2022-04-30", last: "2022-10-31", monthlyShift: -0.06}
];
