/**
 * Colours of grades, tiers and lines, for light and dark. Charts use CSS variables, so one drawing
 * serves both; the sheet that defines them is generated from here. The ramp runs from blue over sand
 * to rust, which the common kinds of colour blindness keep apart.
 */
type Pair = readonly [light: string, dark: string];

const GRADE_STOPS: readonly Pair[] = [
  ["#1d4e89", "#4a86d0"],
  ["#3b7db8", "#6aa3dd"],
  ["#7fb2d5", "#98c3e6"],
  ["#b9d3e0", "#c3d9e6"],
  ["#efd9a0", "#f0d9a0"],
  ["#e2a553", "#e9ae62"],
  ["#c96f2f", "#dc8246"],
  ["#a3421f", "#c85c3a"],
  ["#6f1f17", "#a63f30"]
];

/** For classes without an order, at most six and a rest; every chart also writes their names. */
const CATEGORIES: readonly Pair[] = [
  ["#1d4e89", "#6aa3dd"],
  ["#2a8c82", "#4fb8ab"],
  ["#d3a13a", "#e3b95a"],
  ["#b4531f", "#e58f52"],
  ["#75589c", "#a98bd0"],
  ["#6d8f3f", "#9dbf68"],
  ["#b9bcc2", "#525a66"]
];

const NAMED: Readonly<Record<string, Pair>> = {
  "grade-default": ["#33272a", "#f1e9e6"],
  "tier-strategic": ["#1d4e89", "#6aa3dd"],
  "tier-core": ["#2a8c82", "#4fb8ab"],
  "tier-general": ["#8a8f98", "#8f96a3"],
  "tier-unknown": ["#c5c8cd", "#555c68"],
  "line-expected": ["#1d4e89", "#6aa3dd"],
  "line-observed": ["#b4531f", "#e58f52"],
  bar: ["#41719f", "#6f9fcd"],
  "bar-before": ["#c3cdd8", "#3d4a5a"]
};

/** Classes of a heat map, palest first. */
export const HEAT_STEPS = 9;
const HEAT_STOPS: readonly Pair[] = [
  ["#f7f4ee", "#1d2530"],
  ["#f6dfae", "#4a3f2c"],
  ["#e9a85c", "#85582a"],
  ["#c9682e", "#b4622f"],
  ["#8f2f1b", "#d9774e"]
];

/** Colour of a grade: its place on the scale decides, so that any number of grades works. */
export function gradeColour(order: number, gradeCount: number): string {
  if (order >= gradeCount) return "var(--grade-default)";
  const place = gradeCount <= 1 ? 0 : Math.round((order / (gradeCount - 1)) * 100);
  return `var(--grade-${place})`;
}

/** Colour of a class without an order, by its place; the last is for the rest. */
export function categoryColour(place: number): string {
  return `var(--category-${Math.min(place, CATEGORIES.length - 1)})`;
}

export function tierColour(tier: string): string {
  return `var(--tier-${tier in {strategic: 1, core: 1, general: 1} ? tier : "unknown"})`;
}

/** Heat class of a value on a square-root scale up to the largest value, from 0. */
export function heatStep(value: number, largest: number): number {
  if (!(largest > 0) || !(value > 0)) return 0;
  return Math.min(HEAT_STEPS - 1, Math.floor(Math.sqrt(value / largest) * HEAT_STEPS));
}

export function heatColour(step: number): string {
  return `var(--heat-${step})`;
}

/** The style sheet that gives every colour its value, in light and in dark. */
export function colourSheet(): string {
  const pairs = colourPairs();
  const block = (index: 0 | 1) => pairs.map(([name, pair]) => `  --${name}: ${pair[index]};`).join("\n");
  return `:root {\n${block(0)}\n}\n@media (prefers-color-scheme: dark) {\n:root {\n${block(1)}\n}\n}\n`;
}

/** Every colour by its variable name. */
export function colourPairs(): (readonly [string, Pair])[] {
  return [
    ...Array.from({length: 101}, (_, place) => [`grade-${place}`, between(GRADE_STOPS, place / 100)] as const),
    ...Array.from(
      {length: HEAT_STEPS},
      (_, step) => [`heat-${step}`, between(HEAT_STOPS, step / (HEAT_STEPS - 1))] as const
    ),
    ...Array.from({length: HEAT_STEPS}, (_, step) => [`heat-ink-${step}`, heatInk(step)] as const),
    ...CATEGORIES.map((pair, place) => [`category-${place}`, pair] as const),
    ...Object.entries(NAMED)
  ];
}

function heatInk(step: number): Pair {
  const [light, dark] = between(HEAT_STOPS, step / (HEAT_STEPS - 1));
  return [inkOn(light), inkOn(dark)];
}

function inkOn(background: string): string {
  return contrast(background, "#000000") >= contrast(background, "#ffffff") ? "#000000" : "#ffffff";
}

/** Contrast ratio of two colours, by WCAG 2. */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function between(stops: readonly Pair[], place: number): Pair {
  const position = place * (stops.length - 1);
  const index = Math.min(stops.length - 2, Math.floor(position));
  const [a, b] = [stops[index]!, stops[index + 1]!];
  return [mix(a[0], b[0], position - index), mix(a[1], b[1], position - index)];
}

function mix(from: string, to: string, share: number): string {
  const channel = (colour: string, at: number) => parseInt(colour.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(channel(from, at) + (channel(to, at) - channel(from, at)) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
