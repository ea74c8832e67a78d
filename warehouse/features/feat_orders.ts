import {observationKey} from "../column.js";
import {defineTable, type Text} from "../contract.js";
import {featureFrom} from "../feature.js";

const feature = featureFrom("orders");

const noOrders: Text = {
  en: "Nothing ordered in the year, or no orders handed over",
  zh: "近一年无订单或未提供订单数据"
};
const noneDelivered: Text = {
  en: "Nothing delivered in the year, or no orders handed over",
  zh: "近一年无交付或未提供订单数据"
};
const noneOpen: Text = {en: "No order open by then, or no orders handed over", zh: "当时无未完成订单或未提供订单数据"};

export const featOrders = defineTable({
  name: "feat_orders",
  about: {
    en: "What was ordered of the obligor (ERP), and whether it delivers as promised",
    zh: "订单流入、积压与履约 (ERP)"
  },
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    orders_growth_rate: feature("double", "rate", {
      about: {
        en: "Amount ordered in the twelve months against the twelve before, less one; later cancellations not taken off",
        zh: "近12个月下单金额与前12个月之比减一(不扣其后取消)"
      },
      empty: {
        en: "Orders do not reach two whole years back, or none in the year before",
        zh: "订单不足两个完整年度或前一年无订单"
      },
      safer: "higher"
    }),
    recent_orders_growth_rate: feature("double", "rate", {
      about: {
        en: "Amount ordered in the last three months against the same three months of the year before, less one",
        zh: "近3个月下单金额与上年同期之比减一"
      },
      empty: {
        en: "Orders do not reach fifteen months back, or none in the same months of the year before",
        zh: "订单不足十五个月或上年同期无订单"
      },
      safer: "higher"
    }),
    lead_time_days: feature("double", "days", {
      about: {
        en: "Days from the order to the promised delivery, weighted by amount, over what was ordered in the twelve months",
        zh: "近12个月订单自下单至承诺交付的天数,按金额加权"
      },
      empty: noOrders,
      safer: "neither"
    }),
    backlog_ratio: feature("double", "ratio", {
      about: {
        en: "Amount of orders neither delivered nor cancelled by then, to the amount delivered in the twelve months",
        zh: "当时未交付且未取消的订单金额与近12个月交付金额之比"
      },
      empty: {
        en: "Orders do not reach a whole year back, or nothing delivered in it; 0 where nothing is open",
        zh: "订单不足一个完整年度或近一年无交付;无未完成订单为0"
      },
      safer: "neither"
    }),
    late_backlog_share: feature("double", "share", {
      about: {
        en: "Amount of open orders past their promised day, in all open orders",
        zh: "已过承诺交付日的未完成订单金额占比"
      },
      empty: noneOpen,
      safer: "lower"
    }),
    late_delivery_share: feature("double", "share", {
      about: {
        en: "Amount delivered after the promised day, in all that was delivered in the twelve months",
        zh: "近12个月交付中晚于承诺日的金额占比"
      },
      empty: noneDelivered,
      safer: "lower"
    }),
    late_delivery_share_change: feature("double", "share", {
      about: {
        en: "Late delivery share of the last three months less that of the twelve",
        zh: "近3个月延迟交付占比减去近12个月延迟交付占比"
      },
      empty: {
        en: "Nothing delivered in the last three months, or no orders handed over",
        zh: "近3个月无交付或未提供订单数据"
      },
      safer: "lower"
    }),
    delivery_delay_days: feature("double", "days", {
      about: {
        en: "Days of delivery after the promised day, none where early, weighted by amount, over what was delivered in the twelve months",
        zh: "近12个月交付晚于承诺日的天数(提前计0),按金额加权"
      },
      empty: noneDelivered,
      safer: "lower"
    }),
    cancelled_orders_share: feature("double", "share", {
      about: {
        en: "Amount cancelled in the twelve months, in all that was cancelled or delivered in them",
        zh: "近12个月取消金额占取消与交付金额之和的比例"
      },
      empty: {
        en: "Nothing delivered or cancelled in the year, or no orders handed over",
        zh: "近一年无交付或取消,或未提供订单数据"
      },
      safer: "lower"
    })
  }
});
