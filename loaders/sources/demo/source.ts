import {EXTRACTS} from "../../contracts/index.js";
import type {Source} from "../contract.js";

/** The synthetic lender. Its extracts are laid out as the contracts are, so nothing is mapped. */
export const demo: Source = {
  id: "demo",
  name: {en: "Demo bank (synthetic)", zh: "示例银行(合成数据)"},
  isSynthetic: true,
  currency: "CNY",
  absent: [],
  assumptions: [],
  calendar: {first: "2017-01-31", last: "2025-12-31", everyMonths: 1, dataEnd: "2025-12-31"},
  evaluation: {kind: "out_of_time", trainUntil: "2020-12-31", testFrom: "2021-12-31"},
  extracts: EXTRACTS.filter(({name}) => name !== "outcome_coverage").map((contract) => ({
    contract,
    files: [`${contract.name}.csv`, `${contract.name}.parquet`],
    isRequired: contract.name === "obligors",
    delivery: "full",
    hints: {},
    mapping: {kind: "same"}
  })),
  consents: "each_party",
  publicPseudonymKey: "loanscape-demo"
};
