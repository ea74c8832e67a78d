import {dayOf} from "../calendar.js";
import {STREAM, type Draws} from "../draws.js";
import {INDUSTRIES, SECTIONS, SECTION_WORDS, type Industry} from "../industries.js";
import {socialCreditCode} from "../socialCreditCode.js";

export type SizeClass = 0 | 1 | 2 | 3;

/** What does not change about an obligor, and what its first month starts from. */
export interface Firm {
  readonly item: number;
  readonly industry: Industry;
  readonly section: number;
  /** 0 large, 1 medium, 2 small, 3 micro, at the first month of its ledger. */
  readonly size: SizeClass;
  readonly onboarded: number;
  /** Sales of the first year, in fen. */
  readonly sales: number;
  readonly employees: number;
  readonly name: string;
  readonly registrationNumber: string;
  readonly region: string;
  readonly foundedDay: number;
  readonly onboardedDay: number;
  readonly ownership: string;
  readonly technology: string;
  readonly sharesInvoices: boolean;
  readonly sharesErp: boolean;
}

/** Shares of large, medium, small and micro firms in the book: heavier at the top than the economy. */
const SIZE_SHARES = [0.04, 0.16, 0.5, 0.3] as const;

/** Share of the obligors that the bank already had before its books begin. */
const OLD_SHARE = 0.65;

const REGIONS = [
  "11",
  "12",
  "13",
  "14",
  "21",
  "23",
  "31",
  "32",
  "32",
  "32",
  "33",
  "33",
  "33",
  "34",
  "35",
  "36",
  "37",
  "37",
  "41",
  "42",
  "43",
  "44",
  "44",
  "44",
  "45",
  "50",
  "51",
  "51",
  "53",
  "61",
  "62",
  "65"
];
const SYLLABLES = [
  ..."安邦昌诚创达德鼎东丰福高光广海豪恒宏华汇吉佳建江金锦凯康利联隆茂明宁鹏庆荣瑞润盛顺泰腾天通万祥新鑫信兴旭亚阳洋宜银永裕元远云泽展正志中"
];

/** The obligor of that number. */
export function firmOf(draws: Draws, item: number): Firm {
  const pick = (step: number): number => draws.uniform(STREAM.obligor, item, step);
  const industry = industryAt(draws.uniform(STREAM.sector, item, 0));
  const size = sizeAt(draws.uniform(STREAM.size, item, 0));
  const sales = salesOf(industry, size, pick(0));
  const onboarded = onboardedOf(draws, item);
  const region = REGIONS[Math.floor(pick(1) * REGIONS.length)]!;
  const onboardedDay = dayOf(onboarded, 1 + Math.floor(15 * pick(2)));
  return {
    item,
    industry,
    section: SECTIONS.indexOf(industry.section),
    size,
    onboarded,
    sales,
    employees: employeesOf(industry, size, pick(0), pick(3), sales),
    name: `示例${syllable(pick(4))}${syllable(pick(5))}${syllable(pick(6))}${SECTION_WORDS[industry.section]!}有限公司`,
    registrationNumber: socialCreditCode(`${region}0000`, item),
    region,
    foundedDay: onboardedDay - 365 * 3 - Math.floor(4500 * pick(7) ** 2),
    onboardedDay,
    ownership: ownershipOf(size, pick(8)),
    technology: technologyOf(industry.section, pick(9)),
    sharesInvoices: pick(10) < 0.7,
    sharesErp: pick(11) < 0.25
  };
}

function syllable(u: number): string {
  return SYLLABLES[Math.floor(u * SYLLABLES.length)]!;
}

function onboardedOf(draws: Draws, item: number): number {
  const u = draws.uniform(STREAM.onboarding, item, 1);
  return draws.uniform(STREAM.onboarding, item, 0) < OLD_SHARE ? -37 - Math.floor(60 * u) : Math.floor(115 * u);
}

function industryAt(u: number): Industry {
  let left = u * INDUSTRIES.reduce((total, {weight}) => total + weight, 0);
  return INDUSTRIES.find(({weight}) => (left -= weight) < 0) ?? INDUSTRIES.at(-1)!;
}

function sizeAt(u: number): SizeClass {
  let left = u;
  const found = SIZE_SHARES.findIndex((share) => (left -= share) < 0);
  return (found < 0 ? 3 : found) as SizeClass;
}

/** Inside the class's limits of revenue, evenly on a logarithmic scale; in fen. */
function salesOf({revenue: [large, medium, small]}: Industry, size: SizeClass, u: number): number {
  const bands = [
    [large * 1.2, large * 8],
    [medium * 1.2, large * 0.9],
    [small * 1.15, medium * 0.9],
    [small * 0.45, small * 0.9]
  ] as const;
  const [low, high] = bands[size];
  return Math.round(low * (high / low) ** u) * 1_000_000;
}

function employeesOf(industry: Industry, size: SizeClass, u: number, noise: number, sales: number): number {
  if (industry.employees === null) return Math.max(2, Math.round(sales / 80_000_000));
  const [large, medium, small] = industry.employees;
  const bands = [
    [large * 1.2, large * 6],
    [medium * 1.2, large * 0.95],
    [small * 1.2, medium * 0.95],
    [small * 0.3, small * 0.9]
  ] as const;
  const [low, high] = bands[size];
  return Math.max(1, Math.round(low * (high / low) ** (0.7 * u + 0.3 * noise)));
}

function ownershipOf(size: SizeClass, u: number): string {
  const shares = [
    [0.35, 0.25, 0.1],
    [0.12, 0.03, 0.06],
    [0.03, 0, 0.02],
    [0.01, 0, 0]
  ][size]!;
  const names = ["state", "listed", "foreign"];
  let left = u;
  return names.find((_, index) => (left -= shares[index]!) < 0) ?? "private";
}

function technologyOf(section: string, u: number): string {
  const [high, special] =
    section === "I" || section === "M" ? [0.35, 0.2] : section === "C" ? [0.15, 0.1] : [0.01, 0.01];
  return u < high ? "high_tech" : u < high + special ? "specialised_sme" : "none";
}
