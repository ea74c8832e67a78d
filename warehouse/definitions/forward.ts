import {define} from "./define.js";

/** Cash flow ahead. */
export const FORWARD_DEFINITIONS = {
  flow_basis: define(
    "Basis",
    "现金流依据",
    "What quarterly cash flow is read from: statements for the year so far, or movements on accounts at this bank.",
    "季度现金流的来源:累计财务报表,或本行账户流水。"
  ),
  projection_year: define(
    "Year of projection",
    "预测年份",
    "Year of the date on which it was projected.",
    "作出预测的年份。"
  ),
  quarter_ahead: define(
    "Quarter ahead",
    "未来季度",
    "1 is the first calendar quarter that begins after the observation date, 4 the last that is projected.",
    "1为观察日后开始的第一个自然季度,4为所预测的最后一个季度。"
  ),
  projected_quarter_end: define(
    "Quarter end",
    "季度末",
    "Last day of the quarter projected.",
    "所预测季度的最后一日。"
  ),
  projection_outcomes: define(
    "Outcomes",
    "已有实际值",
    "Projections of past dates whose cash flow is known by now, of obligors that stayed in the book.",
    "历史预测中现金流已知的数量,限于仍在册的债务人。"
  ),
  projection_inside: define(
    "In the interval",
    "落入区间",
    "Outcomes within the interval projected.",
    "落入预测区间的数量。"
  ),
  projection_below: define(
    "Below the interval",
    "低于区间",
    "Outcomes below the interval projected.",
    "低于预测区间下限的数量。"
  ),
  nominal_coverage: define(
    "Nominal coverage",
    "名义覆盖率",
    "Share of outcomes that the interval is meant to hold.",
    "区间应覆盖的实际值占比。"
  ),
  interval_coverage: define(
    "Coverage",
    "实际覆盖率",
    "Outcomes in the interval divided by outcomes.",
    "落入区间的数量除以已有实际值的数量。"
  ),
  projection_bias: define(
    "Bias",
    "平均偏差",
    "Mean of outcome less projection, in quarterly sales; above zero where projections were too low.",
    "实际减预测的均值,以季度销售额计;大于零表示预测偏低。"
  ),
  projection_error: define(
    "Error",
    "平均绝对误差",
    "Mean distance of outcome and projection, in quarterly sales.",
    "实际与预测的平均绝对差,以季度销售额计。"
  ),
  naive_error: define(
    "Error of last year's quarter",
    "同季外推误差",
    "The same where the latest known flow of the same quarter of a year stands for the projection.",
    "以最近已知同季现金流作预测时的平均绝对误差。"
  ),
  cash_flow_projected: define(
    "Cash flow projected",
    "预测现金流",
    "Net operating cash flow projected for the quarter.",
    "预测的季度经营现金流净额。"
  ),
  cash_flow_low: define("Lower end", "区间下限", "Lower end of the interval of the cash flow.", "预测现金流区间下限。"),
  cash_flow_high: define(
    "Upper end",
    "区间上限",
    "Upper end of the interval of the cash flow.",
    "预测现金流区间上限。"
  ),
  debt_service: define(
    "Due to this bank",
    "应还本息",
    "Principal and interest that fall due to this bank in the quarter; arrears, and loans past maturity, in the first.",
    "当季应付本行本息;欠款及已到期贷款计入第一季度。"
  ),
  cash_cover: define(
    "Cash cover",
    "现金保障倍数",
    "Cash flow projected divided by what is due to this bank; empty where nothing is due or either is not known.",
    "预测现金流除以应还本息;无应还或任一未知时为空。"
  ),
  cash_cover_low: define(
    "Cover, lower end",
    "保障倍数下限",
    "Lower end of the cash flow, to what is due.",
    "现金流区间下限除以应还本息。"
  ),
  cash_cover_high: define(
    "Cover, upper end",
    "保障倍数上限",
    "Upper end of the cash flow, to what is due.",
    "现金流区间上限除以应还本息。"
  ),
  obligors_with_cover: define(
    "Obligors with a cover",
    "可计算保障倍数户数",
    "Obligors with a projection and something due to this bank in the quarter.",
    "有预测且当季有应还本息的债务人数。"
  ),
  obligors_short: define(
    "Projected to fall short",
    "预计不足户数",
    "Of these, obligors whose cash cover is below 1.",
    "其中现金保障倍数低于1的户数。"
  ),
  obligors_surely_short: define(
    "Short at the upper end",
    "区间上限仍不足户数",
    "Of these, obligors whose cover is below 1 even at the upper end of the interval.",
    "其中区间上限的保障倍数仍低于1的户数。"
  ),
  short_share: define(
    "Share projected to fall short",
    "预计不足占比",
    "Obligors projected to fall short divided by obligors with a cover.",
    "预计不足户数除以可计算保障倍数户数。"
  )
};
