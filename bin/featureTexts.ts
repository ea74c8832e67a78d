import type {FeatureDrift, FeatureFactsRow, FeatureProfile} from "#pipeline/featureCatalogue.js";
import {count} from "./count.js";
import {bars, textTable} from "./textTable.js";

export type TextLanguage = "en" | "zh";

/** What the contracts say, a paragraph for each feature. */
export function describedText(
  {features}: {readonly features: readonly FeatureFactsRow[]},
  language: TextLanguage
): string {
  const [definition, empty] =
    language === "zh" ? (["definition_zh", "empty_zh"] as const) : (["definition_en", "empty_en"] as const);
  const words = WORDS[language];
  return features
    .map((feature) =>
      [
        `${feature.table_name}.${feature.feature}`,
        `  ${feature[definition]}`,
        `  ${words.unit} ${feature.unit}; ${words.from} ${feature.sources.replaceAll(",", ", ")}; ${words.safer[feature.safer]}`,
        `  ${words.empty} ${feature[empty]}`
      ].join("\n")
    )
    .join("\n");
}

const WORDS = {
  en: {
    unit: "Unit:",
    from: "from",
    empty: "No value:",
    safer: {higher: "higher is safer", lower: "lower is safer", neither: "neither way is safer"}
  },
  zh: {
    unit: "单位:",
    from: "来源",
    empty: "缺失:",
    safer: {higher: "越高越安全", lower: "越低越安全", neither: "方向不定"}
  }
} as const;

/** The spread of features, a line each, with the default rate of their bins as bars: the missing ones stand apart. */
export function profileText({features}: {readonly features: readonly FeatureProfile[]}): string {
  const head = [
    "feature",
    "obligors",
    "missing",
    "zero",
    "p5",
    "p50",
    "p95",
    "IV",
    "chance",
    "Gini",
    "default rate by bin"
  ];
  const rows = [...features]
    .sort((a, b) => (b.iv ?? -1) - (a.iv ?? -1))
    .map((row) => [
      `${row.table_name}.${row.feature}`,
      count(row.rows),
      shareText(row.missing_share),
      shareText(row.zero_share),
      ...[row.p5, row.p50, row.p95].map(numberText),
      fixed(row.iv),
      fixed(row.iv_critical),
      fixed(row.gini),
      binsText(row.bins)
    ]);
  const [first] = features;
  const note =
    first === undefined || first.observation_date === null
      ? ""
      : `\nSpread on ${first.observation_date}; information value (IV), what chance exceeds once in twenty times, and Gini (positive: higher is safer) from ${count(first.observations)} outcomes, ${count(first.defaults)} defaults.`;
  return textTable([head, ...rows], {right: NUMBERS_OF_PROFILE}) + note;
}

const NUMBERS_OF_PROFILE = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9]);

function binsText(bins: FeatureProfile["bins"]): string {
  const rates = bins.map(({defaults, observations}) => defaults / observations);
  const drawn = [...bars(rates)];
  return bins.at(-1)?.is_missing === true ? `${drawn.slice(0, -1).join("")} ${drawn.at(-1)!}` : drawn.join("");
}

/** How features moved: of one feature a line for each date, of several a line for each feature. */
export function driftText({features}: {readonly features: readonly FeatureDrift[]}): string {
  return features.length === 1 ? datesText(features[0]!) : summaryText(features);
}

function datesText({table_name: table, feature, dates}: FeatureDrift): string {
  const head = ["date", "obligors", "missing", "p10", "p50", "p90", "PSI", "chance", ""];
  const largest = Math.max(0.25, ...dates.map(({psi}) => psi ?? 0));
  const rows = dates.map((row) => [
    row.observation_date,
    count(row.rows),
    shareText(row.missing_share),
    ...[row.p10, row.p50, row.p90].map(numberText),
    fixed(row.psi),
    fixed(row.psi_critical),
    row.psi === null ? "" : "█".repeat(Math.round((row.psi / largest) * 20))
  ]);
  return `${table}.${feature}\n${textTable([head, ...rows], {right: new Set([1, 2, 3, 4, 5, 6, 7])})}`;
}

function summaryText(features: readonly FeatureDrift[]): string {
  const head = ["feature", "from", "to", "PSI now", "chance", "largest", "PSI", "missing now", "missing"];
  const nowOf = ({dates}: FeatureDrift) => dates.at(-1)?.psi ?? null;
  const rows = [...features]
    .sort((a, b) => (nowOf(b) ?? -1) - (nowOf(a) ?? -1))
    .map(({table_name: table, feature, dates}) => {
      const last = dates.at(-1);
      const indices = dates.flatMap(({psi}) => psi ?? []);
      return [
        `${table}.${feature}`,
        dates[0]?.observation_date ?? "",
        last?.observation_date ?? "",
        fixed(last?.psi ?? null),
        fixed(last?.psi_critical ?? null),
        fixed(indices.length === 0 ? null : Math.max(...indices)),
        bars(atMost(dates.map(({psi}) => psi))),
        shareText(last?.missing_share ?? null),
        bars(atMost(dates.map((row) => row.missing_share)), 1)
      ];
    });
  return textTable([head, ...rows], {right: new Set([3, 4, 5, 7])});
}

const SHOWN = 24;

/** The last of so many, that a line may hold them. */
function atMost<T>(values: readonly T[]): readonly T[] {
  return values.slice(-SHOWN);
}

function shareText(share: number | null): string {
  return share === null ? "" : `${(share * 100).toFixed(1)}%`;
}

function fixed(value: number | null): string {
  return value === null ? "" : value.toFixed(3);
}

/** Four figures, with thousands of thousands in short. */
function numberText(value: number | null): string {
  if (value === null) return "";
  const size = Math.abs(value);
  const [unit, letter] = size >= 1e9 ? [1e9, "bn"] : size >= 1e6 ? [1e6, "m"] : size >= 1e4 ? [1e3, "k"] : [1, ""];
  const scaled = value / unit!;
  return `${Number(scaled.toPrecision(4))}${letter}`;
}
