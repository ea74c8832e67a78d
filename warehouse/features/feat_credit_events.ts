import {observationKey} from "../column.js";
import {defineTable, type Text} from "../contract.js";
import {featureFrom} from "../feature.js";

const events = featureFrom("credit_events");
const untold = (kind: Text): Text => {
  return {
    en: `The source had told of no ${kind.en} by then, of anybody, or dates none`,
    zh: `届时来源从未提供任何主体的${kind.zh}记录，或不提供日期`
  };
};
const litigation = untold({en: "litigation", zh: "诉讼"});

export const featCreditEvents = defineTable({
  name: "feat_credit_events",
  about: {en: "What became known of disputes, concessions and losses", zh: "已知信用事件"},
  grain: ["obligor_id", "observation_date"],
  reach: "others",
  columns: {
    ...observationKey,
    litigations: events("bigint", "count", {
      about: {en: "Litigation that became known within twelve months", zh: "近十二个月获知的诉讼数"},
      empty: litigation,
      safer: "lower"
    }),
    litigations_of_three_years: events("bigint", "count", {
      about: {en: "Litigation that became known within 36 months", zh: "近三十六个月获知的诉讼数"},
      empty: litigation,
      safer: "lower"
    }),
    since_litigation_months: events("integer", "months", {
      about: {en: "Months since litigation last became known", zh: "距最近一次获知诉讼月数"},
      empty: {en: "None known", zh: "未知有诉讼"},
      safer: "higher"
    }),
    restructurings_of_three_years: events("bigint", "count", {
      about: {en: "Distressed restructurings that became known within 36 months", zh: "近三十六个月获知的困境重组数"},
      empty: untold({en: "restructuring", zh: "重组"}),
      safer: "lower"
    }),
    since_restructuring_months: events("integer", "months", {
      about: {en: "Months since a distressed restructuring last became known", zh: "距最近一次获知困境重组月数"},
      empty: {en: "None known", zh: "未知有困境重组"},
      safer: "higher"
    }),
    write_offs_of_three_years: events("bigint", "count", {
      about: {en: "Write-offs that became known within 36 months", zh: "近三十六个月获知的核销数"},
      empty: untold({en: "write-off", zh: "核销"}),
      safer: "lower"
    }),
    has_bankruptcy_filing: events("boolean", "flag", {
      about: {en: "Whether a filing for bankruptcy was known by then", zh: "届时是否已知破产申请"},
      empty: untold({en: "filing", zh: "破产申请"}),
      safer: "lower"
    }),
    has_reported_default: events("boolean", "flag", {
      about: {en: "Whether a default reported by another lender was known by then", zh: "届时是否已知他行报告的违约"},
      empty: untold({en: "default to another lender", zh: "他行违约"}),
      safer: "lower"
    })
  }
});
