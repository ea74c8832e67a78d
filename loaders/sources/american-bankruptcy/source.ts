import {creditEvents} from "../../contracts/creditEvents.js";
import {financialStatements} from "../../contracts/financialStatements.js";
import {obligors} from "../../contracts/obligors.js";
import {adapted} from "../adapter.js";
import type {Source} from "../contract.js";

const items = Array.from({length: 18}, (_, index) => `X${index + 1}`);

const files = ["american_bankruptcy.parquet"];
const reads = ["company_name", "status_label", "year", ...items];

/** US listed firms, 1999 to 2018: 18 statement items a year, and whether the firm went bankrupt after its last one. */
export const americanBankruptcy: Source = {
  id: "american-bankruptcy",
  name: {en: "US listed firms 1999-2018 (American bankruptcy)", zh: "美国上市公司1999–2018(破产数据集)"},
  isSynthetic: false,
  currency: "USD",
  absent: ["exposure", "region", "industry", "size", "tier", "name"],
  assumptions: [
    {
      id: "statement_lag_days",
      value: 120,
      about: {
        en: "The source gives no filing dates: a year's statement is taken as known 120 days after 31 December.",
        zh: "来源无披露日期:年度报表视为12月31日后120天获知。"
      }
    },
    {
      id: "bankruptcy_lag_days",
      value: 365,
      about: {
        en: "The source gives no bankruptcy dates: a failed firm is taken to file 365 days after the end of its last observed year.",
        zh: "来源无破产日期:失败企业视为在其最后观测年度末之后365天申请破产。"
      }
    },
    {
      id: "currency_scale",
      value: 1_000_000,
      about: {en: "Amounts are in millions of US dollars.", zh: "金额单位为百万美元。"}
    },
    {
      id: "least_stock",
      value: 0,
      about: {
        en: "Seven firm-years give current assets, receivables or long-term debt below zero, which cannot be; these items are taken as missing.",
        zh: "七条记录的流动资产、应收账款或长期债务为负,不可能成立;这些项目按缺失处理。"
      }
    }
  ],
  calendar: {first: "2000-04-30", last: "2019-04-30", everyMonths: 12, dataEnd: "2020-04-30"},
  evaluation: {kind: "out_of_time", trainUntil: "2012-04-30", testFrom: "2016-04-30"},
  extracts: [
    adapted(obligors, files, reads, new URL("./obligors.sql", import.meta.url)),
    adapted(financialStatements, files, reads, new URL("./financial_statements.sql", import.meta.url)),
    adapted(creditEvents, files, reads, new URL("./credit_events.sql", import.meta.url))
  ],
  consents: {
    basis: "public_information",
    why: {
      en: "The data set is published under CC BY 4.0 and is about listed companies.",
      zh: "数据集依CC BY 4.0公开发布,均为上市公司数据。"
    }
  },
  publicPseudonymKey: "loanscape-american-bankruptcy"
};
