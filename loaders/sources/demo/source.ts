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
  extracts: EXTRACTS.map((contract) => ({
    contract,
    raw: {
      name: `raw_${contract.name}`,
      files: [
        {
          names: [`${contract.name}.csv`, `${contract.name}.parquet`],
          columns: Object.keys(contract.columns),
          isRequired: contract.name === "obligors"
        }
      ]
    },
    mapping: null
  })),
  outcomeCoverage: null,
  publicPseudonymKey: "loanscape-demo"
};
