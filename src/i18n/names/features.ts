import type {Names} from "./names.js";

export const UNITS: Names = {
  zh: {
    id: "标识",
    text: "文本",
    code: "代码",
    date: "日期",
    days: "天",
    months: "月",
    years: "年",
    currency: "金额",
    count: "个数",
    share: "占比",
    rate: "比率",
    ratio: "比值",
    probability: "概率",
    points: "分值",
    flag: "是否",
    version: "版本"
  },
  en: {
    id: "identifier",
    text: "text",
    code: "code",
    date: "date",
    days: "days",
    months: "months",
    years: "years",
    currency: "amount",
    count: "count",
    share: "share",
    rate: "rate",
    ratio: "ratio",
    probability: "probability",
    points: "points",
    flag: "yes or no",
    version: "version"
  }
};

export const SAFER: Names = {
  zh: {higher: "越高越安全", lower: "越低越安全", neither: "方向不定"},
  en: {higher: "higher", lower: "lower", neither: "neither"}
};
