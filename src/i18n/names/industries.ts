import type {Names} from "./names.js";

/** Sections of GB/T 4754-2017. */
export const INDUSTRIES: Names = {
  zh: {
    A: "农、林、牧、渔业",
    B: "采矿业",
    C: "制造业",
    D: "电力、热力、燃气及水生产和供应业",
    E: "建筑业",
    F: "批发和零售业",
    G: "交通运输、仓储和邮政业",
    H: "住宿和餐饮业",
    I: "信息传输、软件和信息技术服务业",
    J: "金融业",
    K: "房地产业",
    L: "租赁和商务服务业",
    M: "科学研究和技术服务业",
    N: "水利、环境和公共设施管理业",
    O: "居民服务、修理和其他服务业",
    P: "教育",
    Q: "卫生和社会工作",
    R: "文化、体育和娱乐业",
    S: "公共管理、社会保障和社会组织",
    T: "国际组织"
  },
  en: {
    A: "Agriculture",
    B: "Mining",
    C: "Manufacturing",
    D: "Electricity, gas and water",
    E: "Construction",
    F: "Wholesale and retail",
    G: "Transport and storage",
    H: "Hotels and catering",
    I: "Information technology",
    J: "Finance",
    K: "Real estate",
    L: "Leasing and business services",
    M: "Research and technical services",
    N: "Water, environment, public works",
    O: "Household and other services",
    P: "Education",
    Q: "Health and social work",
    R: "Culture, sport, entertainment",
    S: "Public administration",
    T: "International organisations"
  }
};

/** Short names of sections for charts and bars. */
export const SHORT_INDUSTRIES: Names = {
  zh: {
    A: "农林牧渔",
    B: "采矿",
    C: "制造",
    D: "电热燃水",
    E: "建筑",
    F: "批发零售",
    G: "交通仓储",
    H: "住宿餐饮",
    I: "信息技术",
    J: "金融",
    K: "房地产",
    L: "租赁商务",
    M: "科研技术",
    N: "水利环境",
    O: "居民服务",
    P: "教育",
    Q: "卫生社会",
    R: "文体娱乐",
    S: "公共管理",
    T: "国际组织"
  },
  en: {
    D: "Power, gas, water",
    F: "Wholesale, retail",
    G: "Transport, storage",
    I: "IT",
    L: "Leasing, business",
    M: "Research, technical",
    N: "Water, environment",
    O: "Household services",
    Q: "Health, social work",
    R: "Culture, sport",
    S: "Public bodies",
    T: "International bodies"
  }
};
