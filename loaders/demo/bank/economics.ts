/** How firms of a section run, before their own ways. Days are of monthly flows; shares are of sales. */
export interface Economics {
  readonly cost: number;
  readonly expense: number;
  readonly receivableDays: number;
  readonly inventoryDays: number;
  readonly payableDays: number;
  /** Fixed assets to annual sales. */
  readonly fixedAssets: number;
}

const INDUSTRY: Economics = {
  cost: 0.864,
  expense: 0.085,
  receivableDays: 51,
  inventoryDays: 45,
  payableDays: 50,
  fixedAssets: 0.38
};
const SERVICE: Economics = {
  cost: 0.734,
  expense: 0.19,
  receivableDays: 55,
  inventoryDays: 12,
  payableDays: 35,
  fixedAssets: 0.45
};

/** Industry (B, C, D) after the published aggregates that the README names; the rest is our choice. */
export const ECONOMICS: Readonly<Record<string, Economics>> = {
  A: {...INDUSTRY, cost: 0.854, receivableDays: 35, inventoryDays: 70},
  B: {...INDUSTRY, fixedAssets: 0.7},
  C: INDUSTRY,
  D: {...INDUSTRY, receivableDays: 35, inventoryDays: 15, fixedAssets: 1},
  E: {
    ...INDUSTRY,
    cost: 0.894,
    expense: 0.045,
    receivableDays: 85,
    inventoryDays: 60,
    payableDays: 85,
    fixedAssets: 0.15
  },
  F: {
    ...INDUSTRY,
    cost: 0.904,
    expense: 0.06,
    receivableDays: 38,
    inventoryDays: 35,
    payableDays: 35,
    fixedAssets: 0.08
  },
  G: {...SERVICE, cost: 0.854, expense: 0.1, fixedAssets: 0.55},
  H: {...SERVICE, cost: 0.664, expense: 0.28, receivableDays: 12, inventoryDays: 20, fixedAssets: 0.6},
  I: {...SERVICE, cost: 0.664, expense: 0.29, receivableDays: 75, fixedAssets: 0.2},
  K: {
    ...SERVICE,
    cost: 0.814,
    expense: 0.11,
    receivableDays: 25,
    inventoryDays: 240,
    payableDays: 90,
    fixedAssets: 0.5
  },
  L: SERVICE,
  M: {...SERVICE, receivableDays: 70, fixedAssets: 0.2}
};

/** Sales of a calendar month relative to a twelfth of the year. */
export const SEASON = [1.0, 0.78, 1.02, 0.99, 1.0, 1.04, 0.98, 0.99, 1.03, 1.01, 1.05, 1.11] as const;
