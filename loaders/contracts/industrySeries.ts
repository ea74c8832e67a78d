import {defineExtract} from "#warehouse/contract.js";
import {code, date, open, rate} from "./column.js";

/** Published series by industry. */
export const industrySeries = defineExtract({
  name: "industry_series",
  about: {en: "Series by industry", zh: "行业序列"},
  grain: ["industry_section", "series", "period_end", "published_date"],
  dates: {event: "period_end", published: "published_date"},
  columns: {
    industry_section: code(open, {en: "Section of GB/T 4754-2017", zh: "行业门类"}, {pattern: "^[A-T]$"}),
    series: code(open, {en: "Series", zh: "序列"}),
    period_end: date(open, {en: "Last day of the period", zh: "期末"}),
    published_date: date(open, {en: "Day of publication", zh: "发布日"}),
    value: rate(open, {en: "Value, a fraction for rates and growth", zh: "数值"})
  }
});
