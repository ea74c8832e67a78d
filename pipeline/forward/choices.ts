import type {ProjectionChoices} from "#models/forecast/projection.js";

/** What the training dates choose among, and what the intervals are meant to hold. */
export const CHOICES: ProjectionChoices = {
  coverage: 0.8,
  halfLives: [2, 4, 8, 1000],
  shrinkages: [0, 0.5, 1, 2, 4]
};
