import {GRADES, uniform, type BankKind, type Book, type Position} from "./fixtureBook.js";
import {fixtureFeatures} from "./fixtureFeatures.js";
import {fixtureForward} from "./fixtureForward.js";
import {fixtureLab} from "./fixtureLab.js";
import {fixtureQuality} from "./fixtureQuality.js";
import type {Row} from "./fixtureSnapshot.js";

type Positions = readonly Position[];

/** The rows of every mart, by the mart's name, as the pipeline would make them from the book. */
export function fixtureMarts(book: Book, kind: BankKind): Readonly<Record<string, readonly Row[]>> {
  const marts = allMarts(book, kind);
  if (kind !== "oneDate") return marts;
  const last = book.dates.at(-1)!;
  const isLast = (row: Row) => row.observation_date === undefined || row.observation_date === last;
  const cut = Object.entries(marts).map(([name, rows]) => [name, rows.filter(isLast)] as const);
  return Object.fromEntries(cut);
}

function allMarts(book: Book, kind: BankKind): Readonly<Record<string, readonly Row[]>> {
  const hasExposure = kind === "worsening" || kind === "improving";
  const last = book.dates.length - 1;
  const years = book.dates.map((_, quarter) => quarter).filter((quarter) => quarter % 4 === 0);
  const measure = (positions: Positions, quarter: number) => measures(book, positions, quarter, hasExposure);
  return {
    mart_portfolio: book.quarters.map((positions, quarter) => ({
      observation_date: book.dates[quarter]!,
      ...measure(positions, quarter),
      in_default: positions.filter(({isDefaulted}) => isDefaulted).length,
      limit: hasExposure ? total(positions, ({limit}) => limit) : null
    })),
    mart_composition: book.quarters.flatMap((positions, quarter) =>
      dimensions(book, hasExposure).flatMap(({name, members, memberOf}) =>
        members.flatMap((member, member_order) => {
          const rows = positions.filter((position) => memberOf(position) === member);
          if (rows.length === 0) return [];
          return {
            observation_date: book.dates[quarter]!,
            dimension: name,
            member,
            member_order,
            ...measure(rows, quarter)
          };
        })
      )
    ),
    mart_segments: years.flatMap((quarter) =>
      [...groups(book.quarters[quarter]!, (p) => segmentOf(book, p, hasExposure))].sort(byKey).map(([key, rows]) => {
        const [industry_section, size_class] = key.split("|");
        return {observation_date: book.dates[quarter]!, industry_section, size_class, ...measure(rows, quarter)} as Row;
      })
    ),
    mart_migration: years
      .filter((quarter) => quarter + 4 <= last)
      .flatMap((quarter) => migration(book, quarter, hasExposure)),
    mart_grade_performance: years.flatMap((quarter) =>
      GRADES.map(({label, lower, upper}, grade_order) => ({
        observation_date: book.dates[quarter]!,
        grade: label,
        grade_order,
        lower_pd: lower,
        upper_pd: upper,
        ...measure(
          book.quarters[quarter]!.filter(({grade}) => grade === label),
          quarter
        )
      }))
    ),
    mart_obligors: obligorRows(book, hasExposure),
    mart_models: modelRows(kind),
    ...fixtureQuality(kind),
    ...fixtureFeatures(kind),
    ...fixtureForward(kind),
    ...fixtureLab(kind),
    mart_run_inputs: [
      {kind: "extract", name: "obligors", version: "c0ffee11", rows: 3120},
      {kind: "policy", name: "rating", version: "2024-01-01", rows: null},
      {kind: "seed", name: "forest", version: "42", rows: null}
    ],
    mart_run_steps: [
      {step: "load", table_name: "raw_obligors", rows: 3120},
      {step: "stage", table_name: "stg_obligors", rows: 3098},
      {step: "score", table_name: "score_pd", rows: 120_400}
    ]
  };
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : 1;
}

function total(positions: Positions, valueOf: (position: Position) => number): number {
  return positions.reduce((sum, position) => sum + valueOf(position), 0);
}

function groups(positions: Positions, keyOf: (position: Position) => string): Map<string, Position[]> {
  const out = new Map<string, Position[]>();
  for (const position of positions) {
    const key = keyOf(position);
    const group = out.get(key);
    if (group === undefined) out.set(key, [position]);
    else group.push(position);
  }
  return out;
}

function segmentOf(book: Book, {obligor}: Position, hasSize: boolean): string {
  const {industry, size} = book.obligors[obligor]!;
  return `${industry}|${hasSize ? size : "unknown"}`;
}

function measures(book: Book, positions: Positions, quarter: number, hasExposure: boolean) {
  const rated = positions.filter(({isDefaulted}) => !isDefaulted);
  const isComplete = quarter + 4 < book.dates.length;
  const defaulted = rated.filter(({obligor}) => {
    const when = book.defaultQuarters[obligor]!;
    return when > quarter && when <= quarter + 4;
  }).length;
  const expected = total(rated, ({pd}) => pd);
  return {
    obligors: positions.length,
    rated: rated.length,
    drawn: hasExposure ? total(positions, ({drawn}) => drawn) : null,
    expected_defaults: expected,
    mean_pd: rated.length === 0 ? null : expected / rated.length,
    outcomes_known: isComplete ? rated.length : 0,
    defaults_observed: isComplete ? defaulted : null,
    odr: isComplete && rated.length > 0 ? defaulted / rated.length : null
  };
}

function dimensions(book: Book, hasExposure: boolean) {
  const of = (key: "tier" | "size" | "industry" | "region") => (position: Position) =>
    book.obligors[position.obligor]![key];
  const distinct = (key: "industry" | "region") => [...new Set(book.obligors.map((obligor) => obligor[key]))].sort();
  const always = [
    {
      name: "grade",
      members: [...GRADES.map(({label}) => label), "D"],
      memberOf: (position: Position) => position.grade
    },
    {name: "industry", members: distinct("industry"), memberOf: of("industry")}
  ];
  if (!hasExposure) return always;
  return [
    ...always,
    {name: "tier", members: ["strategic", "core", "general"], memberOf: of("tier")},
    {name: "size", members: ["large", "medium", "small", "micro", "not_applicable"], memberOf: of("size")},
    {name: "region", members: distinct("region"), memberOf: of("region")}
  ];
}

function migration(book: Book, quarter: number, hasExposure: boolean): Row[] {
  const later = new Map(book.quarters[quarter + 4]!.map((position) => [position.obligor, position]));
  const orders = new Map([
    ...GRADES.map(({label}, order) => [label, order] as const),
    ["D", GRADES.length],
    ["left", GRADES.length + 1]
  ]);
  const rated = book.quarters[quarter]!.filter(({isDefaulted}) => !isDefaulted);
  const cells = groups(rated, (p) => `${p.grade}|${later.get(p.obligor)?.grade ?? "left"}`);
  return [...cells].sort(byKey).map(([key, rows]) => {
    const [from_grade, to_grade] = key.split("|") as [string, string];
    return {
      observation_date: book.dates[quarter]!,
      from_grade,
      to_grade,
      from_order: orders.get(from_grade)!,
      to_order: orders.get(to_grade)!,
      obligors: rows.length,
      drawn: hasExposure ? total(rows, ({drawn}) => drawn) : null
    };
  });
}

function obligorRows(book: Book, hasExposure: boolean): Row[] {
  const last = book.dates.length - 1;
  const before = new Map(book.quarters[last - 4]!.map((position) => [position.obligor, position.grade]));
  return book.quarters[last]!.map(({obligor, grade, gradeOrder, pd, drawn, limit, isDefaulted}) => {
    const {industry, size, region, tier} = book.obligors[obligor]!;
    return {
      pseudonym:
        Math.floor(uniform(obligor, 20) * 2 ** 32)
          .toString(16)
          .padStart(8, "0") + obligor.toString(16).padStart(4, "0"),
      obligor_id: `C${String(obligor).padStart(6, "0")}`,
      name: hasExposure
        ? `${"甲乙丙丁戊己庚辛壬癸"[obligor % 10]}${"东南西北中"[obligor % 5]}${obligor}实业有限公司`
        : null,
      registration_number: hasExposure ? registrationNumber(obligor) : null,
      observation_date: book.dates[last]!,
      grade,
      grade_order: gradeOrder,
      pd: isDefaulted ? null : pd,
      previous_grade: before.get(obligor) ?? null,
      tier: hasExposure ? tier : null,
      contribution_score: hasExposure ? uniform(obligor, 21) : null,
      potential_score: hasExposure ? uniform(obligor, 22) : null,
      risk_score: 1 - pd,
      industry_section: industry,
      size_class: hasExposure ? size : null,
      region: hasExposure ? region : null,
      drawn: hasExposure ? drawn : null,
      limit: hasExposure ? limit : null,
      days_past_due: isDefaulted ? 120 : 0
    };
  });
}

const SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** A unified social credit code with a valid check character (GB 32100-2015). */
export function registrationNumber(seed: number): string {
  const body = `91${String(440_000 + (seed % 999)).padStart(6, "0")}MA${String(seed).padStart(7, "0")}`;
  const sum = [...body].reduce((total, symbol, place) => total + SYMBOLS.indexOf(symbol) * (3 ** place % 31), 0);
  return body + SYMBOLS[(31 - (sum % 31)) % 31]!;
}

function modelRows(kind: BankKind): Row[] {
  const shared = {model_id: "pd-5b1e77c0a4d2"};
  return [
    {
      ...shared,
      split: "train",
      metric: "auc",
      value: 0.842,
      lower: 0.829,
      upper: 0.855,
      observations: 18_420,
      events: 512
    },
    {
      ...shared,
      split: "test",
      metric: "auc",
      value: 0.831,
      lower: 0.806,
      upper: 0.856,
      observations: 6140,
      events: 171
    },
    {
      ...shared,
      split: "out_of_time",
      metric: "auc",
      value: 0.817,
      lower: 0.785,
      upper: 0.849,
      observations: 2810,
      events: 108
    },
    ...(kind === "invoicesOnly" || kind === "oneDate"
      ? []
      : [
          {
            ...shared,
            split: "out_of_time",
            metric: "true_pd_auc",
            value: 0.846,
            lower: null,
            upper: null,
            observations: 2810,
            events: 108
          }
        ]),
    {
      ...shared,
      split: "out_of_time",
      metric: "brier",
      value: 0.0312,
      lower: null,
      upper: null,
      observations: 2810,
      events: 108
    }
  ];
}
