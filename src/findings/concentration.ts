import {martComposition} from "#warehouse/marts/mart_composition.js";
import {martPortfolio} from "#warehouse/marts/mart_portfolio.js";
import {figureOf, shareOf, type Figure} from "../components/figure.js";
import type {DimensionName} from "../i18n/members.js";
import {basisOf} from "./book.js";
import type {Site} from "./site.js";

export interface MemberFinding {
  readonly member: string;
  readonly order: number;
  readonly obligors: Figure;
  readonly drawn: Figure;
  /** Of exposure, or of obligors where the source has no exposure. */
  readonly share: Figure;
  readonly meanPd: Figure;
}

/** A class below this share of the book is too small to name as its riskiest. */
export const WEIGHT_THAT_COUNTS = 0.05;

/** Every class of a dimension at a date, in the mart's order. Empty where the source lacks the dimension. */
export function membersOf(site: Site, dimension: DimensionName, date = site.manifest.observationDate): MemberFinding[] {
  const mart = site.mart(martComposition);
  const basis = basisOf(site);
  const whole = figureOf(site.mart(martPortfolio), basis, {observation_date: date});
  const rows = site.rows<{observation_date: string; dimension: string; member: string; member_order: number}>(
    martComposition
  );
  return rows
    .filter((row) => row.observation_date === date && row.dimension === dimension)
    .sort((a, b) => a.member_order - b.member_order)
    .map(({member, member_order: order}) => {
      const at = (column: string) => figureOf(mart, column, {observation_date: date, dimension, member});
      return {
        member,
        order,
        obligors: at("obligors"),
        drawn: at("drawn"),
        share: shareOf(at(basis), whole, "book_share"),
        meanPd: at("mean_pd")
      };
    });
}

export interface ConcentrationFindings {
  /** Null where there is no industry, or where several are as large. */
  readonly largest: MemberFinding | null;
  /** Whether several industries are the largest. */
  readonly isTied: boolean;
  /** The riskiest industry that holds a share that counts; null where several are as risky. */
  readonly riskiest: MemberFinding | null;
}

export function concentrationFindings(site: Site): ConcentrationFindings {
  const named = membersOf(site, "industry").filter(({member}) => member !== "unknown");
  const heavy = named.filter(({share, meanPd}) => (share.value ?? 0) >= WEIGHT_THAT_COUNTS && meanPd.value !== null);
  const largest = highest(named, ({share}) => share.value ?? 0);
  return {
    largest,
    isTied: largest === null && named.length > 0,
    riskiest: highest(heavy, ({meanPd}) => meanPd.value!)
  };
}

/** The one member that stands above all others; null where there is no such one. */
function highest(members: readonly MemberFinding[], by: (member: MemberFinding) => number): MemberFinding | null {
  const top = Math.max(...members.map(by));
  const [first, ...others] = members.filter((each) => by(each) === top);
  return first !== undefined && others.length === 0 ? first : null;
}
