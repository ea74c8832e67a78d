import {creditEvents} from "../../contracts/creditEvents.js";
import {invoices} from "../../contracts/invoices.js";
import {obligors} from "../../contracts/obligors.js";
import {outcomeCoverage} from "../../contracts/outcomeCoverage.js";
import {adapted} from "../adapter.js";
import type {Source} from "../contract.js";

const invoiceColumns = [
  "enterprise_id",
  "invoice_no",
  "invoice_date",
  "counterparty_id",
  "amount",
  "tax",
  "total",
  "status"
];

// The published credit rating is not read: D was given because of the default, so it would leak the outcome.
const enterprises = ["enterprises_123.csv", "enterprises_302.csv"];
const invoiceFiles = ["c_in.parquet", "c_out.parquet", "n_in.parquet", "n_out.parquet"];

/** 425 Chinese small and medium enterprises with their VAT invoices, 2016-10 to 2020-02; outcomes of 123 are known. */
export const cumcm2020c: Source = {
  id: "cumcm2020c",
  name: {en: "CUMCM 2020 Problem C: 425 enterprises", zh: "2020年全国大学生数学建模竞赛C题:425家企业"},
  isSynthetic: false,
  currency: "CNY",
  absent: ["exposure", "region", "default_date", "industry", "size", "tier"],
  assumptions: [
    {
      id: "obligors_known_from",
      value: "2016-10-01",
      about: {
        en: "The source does not say since when the enterprises are known: the first month of its invoices is taken.",
        zh: "来源未说明企业信息的获知日期,取其发票数据的首月首日。"
      }
    }
  ],
  calendar: {first: "2020-02-29", last: "2020-02-29", everyMonths: 1, dataEnd: "2020-02-29"},
  evaluation: {kind: "cross_validation", folds: 5, repeats: 10},
  extracts: [
    adapted(obligors, enterprises, ["enterprise_id", "name"], new URL("./obligors.sql", import.meta.url)),
    adapted(invoices, invoiceFiles, invoiceColumns, new URL("./invoices.sql", import.meta.url)),
    adapted(
      creditEvents,
      ["enterprises_123.csv"],
      ["enterprise_id", "defaulted"],
      new URL("./credit_events.sql", import.meta.url)
    ),
    adapted(
      outcomeCoverage,
      enterprises,
      ["enterprise_id", "defaulted"],
      new URL("./outcome_coverage.sql", import.meta.url)
    )
  ],
  consents: {
    basis: "public_information",
    why: {
      en: "The enterprises are published without their names, for a competition.",
      zh: "企业数据为竞赛公开发布,名称已作匿名处理。"
    }
  },
  publicPseudonymKey: "loanscape-cumcm2020c"
};
