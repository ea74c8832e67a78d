import type {FeatureBins, Unbinned} from "../binning/woeBins.js";

/** A feature that may enter, by its bins. */
export interface Candidate {
  readonly feature: string;
  readonly bins: FeatureBins;
  /** Bin of each row. */
  readonly indices: Uint16Array;
  /** Weight of evidence of each bin. */
  readonly weights: Float64Array;
}

export type Binned = Omit<Candidate, "feature"> & {readonly kind: "binned"};

/** Bins by feature and options, of one set of rows: candidates of a race that bin alike share them. */
export type BinningMemory = Map<string, Binned | Unbinned>;
