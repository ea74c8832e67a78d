import {defineExtract} from "#warehouse/contract.js";
import {code, column, date, open} from "./column.js";

/** Rates by which amounts are converted into the reporting currency of the run. */
export const fxRates = defineExtract({
  name: "fx_rates",
  about: {en: "Exchange rates", zh: "汇率"},
  grain: ["currency", "rate_date"],
  dates: {event: "rate_date", published: "published_date"},
  columns: {
    currency: code(open, {en: "Currency, ISO 4217", zh: "币种 (ISO 4217)"}, {pattern: "^[A-Z]{3}$"}),
    rate_date: date(open, {en: "Day of the rate", zh: "汇率日期"}),
    rate: column(
      "double",
      "ratio",
      open,
      {en: "Units of the reporting currency for one unit", zh: "折算汇率(每单位外币)"},
      {sign: "positive"}
    ),
    published_date: date(open, {en: "Day of publication", zh: "发布日"})
  }
});
