import {define} from "./define.js";

/** What the book holds, and how its classes did. */
export const BOOK_DEFINITIONS = {
  observation_date: define(
    "Observation date",
    "观察日",
    "Month end whose knowledge is used: nothing that became known later enters.",
    "月末日期;只使用当日及之前已获知的信息。"
  ),
  dimension: define("Dimension", "维度", "The view by which the book is divided.", "组合划分所依据的维度。"),
  member: define("Class", "类别", "One class of a dimension.", "维度中的一个类别。"),
  member_order: define(
    "Order",
    "次序",
    "Place of the class in its dimension, safest or first at 0.",
    "类别在维度中的次序。"
  ),
  obligor_count: define(
    "Obligors",
    "债务人数",
    "Obligors in the book at the observation date: taken on, and not written off or closed.",
    "观察日在册的债务人:已建立授信关系且未核销、未结清退出。"
  ),
  drawn: define(
    "Exposure",
    "敞口",
    "Principal outstanding at the observation date, summed over facilities, in the reporting currency. Empty where the source has no exposures.",
    "观察日各授信未偿本金之和(报告货币)。来源未提供敞口时为空。"
  ),
  limit: define(
    "Limit",
    "授信额度",
    "Limits in force at the observation date, summed over facilities.",
    "观察日有效授信额度之和。"
  ),
  pd: define(
    "12-month PD",
    "12个月违约概率",
    "Probability of default within twelve months after the observation date, as the model in force estimates it.",
    "现行模型估计的观察日后12个月内违约概率。"
  ),
  mean_pd: define(
    "Mean PD",
    "平均违约概率",
    "Expected defaults divided by rated obligors that are not in default.",
    "预期违约数除以未违约的已评级债务人数。"
  ),
  expected_defaults: define(
    "Expected defaults",
    "预期违约数",
    "Sum of the PDs of rated obligors that are not in default.",
    "未违约的已评级债务人违约概率之和。"
  ),
  rated_count: define(
    "Rated obligors",
    "已评级债务人数",
    "Obligors with a grade that are not in default at the observation date.",
    "观察日已评级且未违约的债务人数。"
  ),
  in_default_count: define(
    "Obligors in default",
    "违约债务人数",
    "Obligors in the book whose default, by the written definition, came on or before the observation date.",
    "观察日或之前按书面定义已违约且仍在册的债务人数。"
  ),
  outcomes_known: define(
    "Outcomes known",
    "已知结果数",
    "Rated obligors whose outcome is known: the window is complete and the source tells what came.",
    "表现期已满且来源提供结果的已评级债务人数。"
  ),
  defaults_observed: define(
    "Observed defaults",
    "实际违约数",
    "Rated obligors that defaulted in the twelve months after the observation date. Empty while the window is open.",
    "观察日后12个月内违约的已评级债务人数;表现期未满时为空。"
  ),
  odr: define(
    "Observed default rate",
    "实际违约率",
    "Observed defaults divided by outcomes known.",
    "实际违约数除以已知结果数。"
  ),
  odr_interval: define(
    "95% interval of the observed rate",
    "实际违约率的95%置信区间",
    "Wilson's interval of the observed default rate from observed defaults and outcomes known. It treats defaults as independent; as those of one year share its economy, the true interval is wider.",
    "由实际违约数与已知结果数按威尔逊法得出的实际违约率置信区间。假定各户违约相互独立;同一年份的违约受同一经济环境影响,真实区间更宽。"
  ),
  book_share: define(
    "Share of the book",
    "组合占比",
    "Exposure of a class divided by that of the whole book; obligors where the source has no exposures.",
    "某类别敞口除以全组合敞口;来源未提供敞口时按户数计。"
  ),
  weak_share: define(
    "Share of BB or worse",
    "BB级及以下占比",
    "Share of the book in grade BB or a riskier one, default with it; the riskier half of the grades where the scale has no BB.",
    "BB级及更低等级(含违约)占组合的比例;主标尺无BB级时取风险较高的一半等级。"
  ),
  in_default_share: define(
    "Share in default",
    "违约户数占比",
    "Obligors in default divided by obligors in the book.",
    "违约债务人数除以在册债务人数。"
  ),
  unchanged_share: define(
    "Share that kept its grade",
    "等级不变占比",
    "Obligors in the same grade twelve months later, divided by those still in the book, default with them.",
    "12个月后等级不变的债务人数,除以仍在组合(含违约)的债务人数。"
  ),
  growth: define(
    "Growth",
    "增长率",
    "Value now divided by the value a year before, less one.",
    "本期值除以一年前的值再减一。"
  ),
  change: define("Change", "变动", "Value now less the value a year before.", "本期值减去一年前的值。")
};
