import type {Names} from "./names.js";

export const DIMENSIONS: Names = {
  zh: {grade: "信用等级", industry: "行业", size: "企业规模", region: "地区", tier: "客户层级"},
  en: {grade: "Grade", industry: "Industry", size: "Size", region: "Region", tier: "Tier"}
};

export const TIERS: Names = {
  zh: {strategic: "战略", core: "核心", general: "一般"},
  en: {strategic: "Strategic", core: "Core", general: "General"}
};

export const SIZES: Names = {
  zh: {large: "大型", medium: "中型", small: "小型", micro: "微型", not_applicable: "不适用"},
  en: {large: "Large", medium: "Medium", small: "Small", micro: "Micro", not_applicable: "Not applicable"}
};

export const GRADES: Names = {zh: {left: "退出"}, en: {left: "Left"}};
