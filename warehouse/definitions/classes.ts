import {define} from "./define.js";

/** Grades, tiers and other classes, and the obligors in them. */
export const CLASSES_DEFINITIONS = {
  grade: define(
    "Grade",
    "信用等级",
    "Band of the master scale that holds the PD; D for an obligor in default.",
    "违约概率所在的主标尺等级;违约债务人为D级。"
  ),
  grade_lower_pd: define("Lower PD", "违约概率下限", "Lower end of the grade's PD band.", "该等级违约概率区间下限。"),
  grade_upper_pd: define("Upper PD", "违约概率上限", "Upper end of the grade's PD band.", "该等级违约概率区间上限。"),
  previous_grade: define(
    "Grade a year before",
    "一年前等级",
    "Grade twelve months before the observation date; empty where the obligor was not rated then.",
    "观察日前12个月的等级;当时未评级则为空。"
  ),
  tier: define(
    "Tier",
    "客户层级",
    "Strategic, core or general, from contribution, potential and risk with the weights of the policy in force.",
    "依据现行政策权重,由贡献、潜力与风险综合得出的战略、核心或一般层级。"
  ),
  tier_contribution: define(
    "Contribution score",
    "贡献得分",
    "Rank, from 0 to 1, of a year's interest margin less expected loss.",
    "年度利差减预期损失的分位,0至1。"
  ),
  tier_potential: define(
    "Potential score",
    "潜力得分",
    "Rank, from 0 to 1, of sales growth and unused limit.",
    "销售增长与未用额度的分位,0至1。"
  ),
  tier_risk: define(
    "Risk score",
    "风险得分",
    "Rank, from 0 to 1, of the PD, safest at 1.",
    "违约概率的分位,最安全为1。"
  ),
  industry_section: define("Industry", "行业", "Section of GB/T 4754-2017.", "国民经济行业分类门类 (GB/T 4754-2017)。"),
  size_class: define(
    "Size",
    "企业规模",
    "Large, medium, small or micro by the 2017 statistical classification (国统字〔2017〕213号); not applicable where the table has no row for the industry.",
    "按《统计上大中小微型企业划分办法(2017)》划分的大、中、小、微;办法未覆盖的行业为不适用。"
  ),
  region: define("Region", "地区", "Province-level division of the obligor.", "债务人所在省级行政区。"),
  from_grade: define("From grade", "期初等级", "Grade at the observation date.", "观察日等级。"),
  to_grade: define(
    "To grade",
    "期末等级",
    "Grade twelve months later; D for a default within the window, left for an obligor no longer in the book.",
    "12个月后的等级;期间违约为D,退出组合为“退出”。"
  ),
  pseudonym: define(
    "Pseudonym",
    "代号",
    "A keyed hash that stands for the obligor where its name may not be shown.",
    "以密钥哈希生成的债务人代号,用于不得显示名称之处。"
  ),
  obligor_id: define(
    "Obligor number",
    "债务人编号",
    "Number of the obligor in the bank's systems.",
    "银行系统中的债务人编号。"
  ),
  obligor_name: define("Name", "名称", "Registered name of the obligor.", "债务人注册名称。"),
  registration_number: define(
    "Registration number",
    "统一社会信用代码",
    "Unified social credit code.",
    "统一社会信用代码。"
  ),
  days_past_due: define(
    "Days past due",
    "逾期天数",
    "Days since the oldest material instalment that was unpaid at the observation date fell due.",
    "观察日最早一笔未结清重大应还款项的逾期天数。"
  )
};
