import {defineExtract} from "#warehouse/contract.js";
import {code, date, open, rate} from "./column.js";

/** Published economic series. */
export const macroSeries = defineExtract({
  name: "macro_series",
  about: {en: "Economic series", zh: "宏观经济序列"},
  grain: ["series", "period_end", "published_date"],
  dates: {event: "period_end", published: "published_date"},
  columns: {
    series: code(open, {en: "Series", zh: "序列"}),
    period_end: date(open, {en: "Last day of the period", zh: "期末"}),
    published_date: date(open, {en: "Day of publication", zh: "发布日"}),
    value: rate(open, {en: "Value, a fraction for rates and growth", zh: "数值"})
  }
});
