import type {Language} from "./language.js";

/** Digits in groups of three, with a true minus sign. */
export function decimal(value: number, digits = 0): string {
  const [whole, fraction] = Math.abs(value).toFixed(digits).split(".") as [string, string | undefined];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const isZero = Number(whole) === 0 && Number(fraction ?? 0) === 0;
  return `${value < 0 && !isZero ? "−" : ""}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** Whether a fraction is too small for its percentage to show a digit. */
export function isNegligible(share: number, digits = 1): boolean {
  return Number((Math.abs(share) * 100).toFixed(digits)) === 0;
}

/** A fraction in percent: `12.3%`; `<0.1%` where something is there and its digits would not show it. Only this folder makes percentages. */
export function percent(share: number, digits = 1): string {
  if (share === 0) return "0%";
  if (isNegligible(share, digits)) return `${share < 0 ? "−" : ""}<${decimal(10 ** -digits, digits)}%`;
  return `${decimal(share * 100, digits)}%`;
}

/** A probability in percent with about three significant digits: `0.042%`, `0.42%`, `4.21%`, `42.1%`. */
export function probability(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return "0%";
  return percent(value, size >= 0.0995 ? 1 : size >= 0.00095 ? 2 : 3);
}

const STEPS: Readonly<Record<Language, readonly (readonly [number, string])[]>> = {
  en: [
    [1e12, "tn"],
    [1e9, "bn"],
    [1e6, "m"],
    [1e3, "k"]
  ],
  zh: [
    [1e12, "万亿"],
    [1e8, "亿"],
    [1e4, "万"]
  ]
};

/** A large number in its language's own units: `568.8 bn`, `5,688亿`. Digits keep about four significant figures. */
export function compact(value: number, language: Language): string {
  const step = STEPS[language].find(([from]) => Math.abs(value) >= from * 0.99995);
  if (step === undefined) return decimal(value, Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 1);
  const scaled = value / step[0];
  return `${decimal(scaled, Math.abs(scaled) >= 999.95 ? 0 : 1)}${language === "en" ? " " : ""}${step[1]}`;
}

const CURRENCY_NAMES: Readonly<Record<string, string>> = {
  CNY: "元",
  USD: "美元",
  EUR: "欧元",
  HKD: "港元",
  JPY: "日元"
};

/** An amount with its currency: `CNY 568.8 bn`, `5,688亿元`. */
export function amount(value: number, language: Language, currency: string): string {
  if (language === "en") return `${currency} ${compact(value, language)}`;
  return `${compact(value, language)}${CURRENCY_NAMES[currency] ?? ` ${currency}`}`;
}

/** A large number where there is little room: `154 m`, `1.5亿`; below a thousand in full. */
export function brief(value: number, language: Language): string {
  return Math.abs(value) < 1000 ? decimal(value) : tick(Number(value.toPrecision(3)), language);
}

/** A tick of an axis: as short as it can be. */
export function tick(value: number, language: Language): string {
  return compact(value, language).replace(/\.0(?=\D|$)/, "");
}

/** A rate on an axis: `0%`, `0.5%`, `4%`. */
export function rateTick(rate: number): string {
  return `${Number((rate * 100).toPrecision(4))}%`;
}
