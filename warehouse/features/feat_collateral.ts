import {observationKey} from "../column.js";
import {defineTable} from "../contract.js";
import {featureFrom} from "../feature.js";

const assets = featureFrom("collateral", "facilities");
const covered = featureFrom("collateral", "facilities", "exposures");
const book = featureFrom("exposures", "facilities");
const noCollateral = {en: "No collateral on record by then, or worth nothing now", zh: "届时无押品记录，或现值为零"};
const noTerms = {en: "Nothing drawn whose security is stated", zh: "无已注明担保方式的未偿本金"};

export const featCollateral = defineTable({
  name: "feat_collateral",
  about: {en: "What secures the debts, and at what value", zh: "押品覆盖情况"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    collaterals: assets("bigint", "count", {
      about: {
        en: "Assets that secure a debt now; one that secures several counts once",
        zh: "现有押品数量，一物多押计一次"
      },
      empty: {en: "No collateral on record by then", zh: "届时无押品记录"},
      safer: "neither"
    }),
    collateral_cover_ratio: covered("double", "ratio", {
      about: {
        en: "Latest values of the assets, less claims that rank before, to principal outstanding",
        zh: "押品最新净值（扣除优先受偿权）与未偿本金之比"
      },
      empty: {en: "No collateral on record by then, or nothing drawn", zh: "届时无押品记录，或无未偿本金"},
      safer: "higher"
    }),
    collateral_value_growth_rate: assets("double", "rate", {
      about: {
        en: "Latest values of the assets held, less claims that rank before, against their first ones, less one",
        zh: "现有押品最新净值（扣除优先受偿权）较首次净值的增长率"
      },
      empty: noCollateral,
      safer: "higher"
    }),
    property_share: assets("double", "share", {
      about: {
        en: "Real estate and land use rights among the value of the assets, less claims that rank before",
        zh: "不动产及土地使用权占押品净值（扣除优先受偿权）比"
      },
      empty: noCollateral,
      safer: "neither"
    }),
    valuation_age_days: assets("double", "days", {
      about: {
        en: "Days since the latest valuations, weighted by value less claims that rank before",
        zh: "按净值（扣除优先受偿权）加权的最近估值距今天数"
      },
      empty: noCollateral,
      safer: "lower"
    }),
    unsecured_share: book("double", "share", {
      about: {
        en: "Principal without security by its terms, to principal whose security is stated",
        zh: "信用方式本金占已注明担保方式的未偿本金比"
      },
      empty: noTerms,
      safer: "neither"
    }),
    mortgaged_share: book("double", "share", {
      about: {
        en: "Principal secured by a mortgage by its terms, to principal whose security is stated",
        zh: "抵押方式本金占已注明担保方式的未偿本金比"
      },
      empty: noTerms,
      safer: "neither"
    }),
    pledged_share: book("double", "share", {
      about: {
        en: "Principal secured by a pledge by its terms, to principal whose security is stated",
        zh: "质押方式本金占已注明担保方式的未偿本金比"
      },
      empty: noTerms,
      safer: "neither"
    })
  }
});
