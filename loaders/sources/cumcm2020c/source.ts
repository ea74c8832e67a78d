import {creditEvents} from "../../contracts/creditEvents.js";
import {invoices} from "../../contracts/invoices.js";
import {obligors} from "../../contracts/obligors.js";
import type {RawFile, RawTable, Source} from "../contract.js";

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
const rawObligors: RawTable = {
  name: "raw_obligors",
  files: [
    {names: ["enterprises_123.csv"], columns: ["enterprise_id", "name", "defaulted"], isRequired: true},
    {names: ["enterprises_302.csv"], columns: ["enterprise_id", "name"], isRequired: true}
  ]
};

const rawInvoices: RawTable = {
  name: "raw_invoices",
  files: ["c_in", "c_out", "n_in", "n_out"].map((name): RawFile => ({
    names: [`${name}.parquet`],
    columns: invoiceColumns,
    isRequired: true
  }))
};

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
    {contract: obligors, raw: rawObligors, mapping: new URL("./obligors.sql", import.meta.url)},
    {contract: invoices, raw: rawInvoices, mapping: new URL("./invoices.sql", import.meta.url)},
    {contract: creditEvents, raw: rawObligors, mapping: new URL("./credit_events.sql", import.meta.url)}
  ],
  outcomeCoverage: new URL("./outcome_coverage.sql", import.meta.url),
  publicPseudonymKey: "loanscape-cumcm2020c"
};
