import {define} from "./define.js";

/** Loading and its checks. */
export const QUALITY_DEFINITIONS = {
  extract: define(
    "Extract",
    "数据抽取",
    "One of the kinds of data that the bank hands over, such as statements or invoices.",
    "银行交付的一类数据,如财务报表、发票。"
  ),
  event_year: define(
    "Year of the event",
    "事件年份",
    "Year of the day that a row is about; all for every year together, undated where the row has no day.",
    "行所述事件所在年份;全部年份合计与无日期的行另列。"
  ),
  quality_score: define(
    "Quality score",
    "质量得分",
    "Mean of what is known of accuracy, completeness and timeliness.",
    "准确性、完整性、及时性中已知各项的平均值。"
  ),
  accuracy: define(
    "Accuracy",
    "准确性",
    "Share of rows that broke no rule: rows in force that fail no check of their own, of the rows in force and in quarantine.",
    "未违反任何规则的行占比:有效且通过行内检查的行数,除以有效行与隔离行之和。"
  ),
  completeness: define(
    "Completeness",
    "完整性",
    "Share of cells that are filled, of the columns that may be empty and usually are not. Dates are left out, as they are empty until their event has come.",
    "可空但通常填写的字段中已填单元格的占比。日期在事件发生前本应为空,不计。"
  ),
  timeliness: define(
    "Timeliness",
    "及时性",
    "Share of rows that became known within the days after their event that the quality policy allows. Empty where publication has no date of its own.",
    "事件发生后在数据质量政策规定天数内获知的行占比。获知日无独立日期时为空。"
  ),
  mean_lag_days: define(
    "Mean lag",
    "平均滞后天数",
    "Mean days from the event to the day on which it became known, of what was not announced ahead of its event.",
    "事件日至获知日的平均天数;事先公布的行不计。"
  ),
  rows_in_force: define(
    "Rows in force",
    "有效行数",
    "Rows that were loaded, that no later delivery has corrected or ended, and that may be used.",
    "已入库、未被后续交付更正或终止且可供使用的行数。"
  ),
  rows_withheld: define(
    "Withheld for want of consent",
    "留存不用行数",
    "Rows that were loaded, that no later delivery has corrected or ended, and that are not used, as no consent of the party that they are about holds on the last day of the data.",
    "已入库且未被后续交付更正或终止,但所涉主体在数据截止日无有效同意,因而不使用的行数。"
  ),
  rows_in: define("Rows handed over", "交付行数", "Records of the files of a batch.", "批次文件中的记录数。"),
  rows_loaded: define("Rows loaded", "入库行数", "Rows of a batch that were loaded.", "批次中入库的行数。"),
  rows_duplicate: define(
    "Duplicates",
    "重复行数",
    "Rows that repeat a loaded row in every column.",
    "与已入库行完全相同的行数。"
  ),
  rows_quarantined: define(
    "Rows in quarantine",
    "隔离行数",
    "Rows that broke a rule and were not loaded; a row that is handed over again in the same words counts once in a score.",
    "违反规则未入库的行数;计分时内容相同的重复交付只计一次。"
  ),
  rows_left_out: define(
    "Rows left out",
    "筛除行数",
    "Rows that the mapping's filter does not take.",
    "按映射筛选条件不装载的行数。"
  ),
  rows_superseded: define(
    "Rows corrected",
    "更正行数",
    "Rows of earlier batches that this one replaces by key.",
    "被本批次按主键更正的早先批次行数。"
  ),
  rows_ended: define(
    "Rows ended",
    "终止行数",
    "Rows of earlier batches that a full delivery no longer has.",
    "全量交付中不再出现的早先批次行数。"
  ),
  rows_checked: define(
    "Rows examined",
    "检查行数",
    "Rows, or control totals, that a check looked at.",
    "检查所覆盖的行数或控制总数。"
  ),
  rows_failing: define("Rows that fail", "不合格行数", "Rows in force that fail a check.", "未通过检查的有效行数。"),
  rows_not_loaded: define(
    "Rows not loaded",
    "未入库行数",
    "Rows that were not loaded, by the first rule that each broke; replayed ones with them.",
    "未入库的行数,按首个违反的规则统计,含已重放的行。"
  ),
  rows_replayed: define(
    "Rows replayed",
    "已重放行数",
    "Rows that a corrected mapping has loaded since.",
    "经更正映射后已重新入库的行数。"
  ),
  batch: define(
    "Batch",
    "批次",
    "Rows of one extract in one delivery, in the order of loading.",
    "一次交付中一类抽取的行,按装载次序编号。"
  ),
  delivery: define("Delivery", "交付", "Batches that became visible together.", "同时生效的一组批次。"),
  delivery_kind: define(
    "Kind of delivery",
    "交付方式",
    "Full: what it lacks has ended. Increment: adds and corrects. Replay: rows out of quarantine.",
    "全量:缺失即终止;增量:新增与更正;重放:自隔离区重新装载。"
  ),
  content_hash: define(
    "Content hash",
    "内容哈希",
    "SHA-256 of the files of a batch and of their mapping; the same content is loaded once.",
    "批次文件与映射的SHA-256;相同内容只装载一次。"
  ),
  control: define(
    "Control total",
    "控制总数",
    "Count of rows, sum of a column, or hash total: the sum of the numbers that the digits of each value form, its last eighteen.",
    "行数、字段合计或哈希合计(各值末十八位数字所成之数的合计)。"
  ),
  control_declared: define("Declared", "申报值", "Total that came with the delivery.", "随交付申报的总数。"),
  control_computed: define("Computed", "计算值", "Total of what came.", "按实际收到的数据计算的总数。"),
  is_reconciled: define(
    "Reconciled",
    "是否一致",
    "Whether declared and computed are equal, to the last digit.",
    "申报值与计算值是否完全一致。"
  ),
  check: define("Check", "检查项", "What must hold of the data in force.", "有效数据应满足的条件。"),
  check_kind: define(
    "Kind of check",
    "检查类型",
    "Key, required cell, reference, identity, range, freshness, volume, drift or control total.",
    "主键、必填、引用、勾稽、取值范围、时效、数量、漂移或控制总数。"
  ),
  severity: define(
    "Severity",
    "严重程度",
    "Whether a check that fails refuses the delivery or warns, by the quality policy.",
    "检查未通过时按政策拒收交付或予以提示。"
  ),
  verdict: define("Verdict", "结论", "Pass, warn or stop.", "通过、提示或拒收。"),
  measured: define(
    "Measured",
    "测量值",
    "Share of rows that fail; days for freshness; rows of a month to their median for volume; distance for drift; breaks for control totals.",
    "不合格行占比;时效为天数;数量为月行数与中位数之比;漂移为分布距离;控制总数为不一致项数。"
  ),
  tolerated: define("Tolerated", "容忍值", "Up to what the policy lets it pass.", "政策允许的界限。"),
  compared: define(
    "What was compared",
    "比较内容",
    "Day of the latest event; month, its rows and the median before; value and the change of its share.",
    "最近事件日;月份、当月行数与此前中位数;取值及其占比变动。"
  ),
  failing_places: define(
    "Where it fails",
    "不合格位置",
    "File and line of the first rows that fail, or the totals that differ.",
    "首批不合格行的文件与行号,或不一致的总数。"
  ),
  quarantine_rule: define("Rule", "规则", "The first rule that a row broke.", "行所违反的首个规则。"),
  source_file: define("File", "文件", "File, and table in it, that a row came from.", "行所在文件及其中的表。"),
  source_line: define("Line", "行号", "Line of the file, or row of the sheet.", "文件行号或工作表行号。"),
  source_column: define(
    "Column",
    "字段",
    "Column of the contract; empty where the row counts.",
    "契约字段;涉及整行时为空。"
  ),
  source_value: define(
    "Value",
    "原值",
    "What stood there, between marks; at most 120 letters of it.",
    "原文,以书名号标示起止,最多显示120字。"
  )
};
