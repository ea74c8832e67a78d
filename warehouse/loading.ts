import {derived, maybe} from "./column.js";
import {defineTable} from "./contract.js";

const batch = derived("integer", "id", {en: "Batch: its place in the order of loading", zh: "批次号(装载次序)"});
const extract = derived("varchar", "code", {en: "Extract", zh: "数据抽取"});

/** The rows of one extract that came in one delivery, and what became of them. */
export const loadBatches = defineTable({
  name: "load_batches",
  about: {en: "Batches loaded", zh: "装载批次"},
  grain: ["batch_id"],
  columns: {
    batch_id: batch,
    delivery_id: derived("integer", "id", {en: "Delivery; its batches became visible together", zh: "交付号"}),
    extract,
    content_sha256: derived("varchar", "version", {en: "Hash of the files and of the mapping", zh: "内容哈希"}),
    mapping_sha256: derived("varchar", "version", {en: "Hash of the mapping", zh: "映射哈希"}),
    delivery: derived("varchar", "code", {
      en: "full: what it lacks has ended; increment: adds and corrects; replay: rows out of quarantine",
      zh: "全量、增量或重放"
    }),
    loaded_at: derived("varchar", "text", {en: "When it was loaded, ISO, UTC", zh: "装载时间"}),
    rows_in: derived("integer", "count", {en: "Rows handed over", zh: "交付行数"}),
    loaded: derived("integer", "count", {en: "Rows loaded", zh: "入库行数"}),
    duplicates: derived("integer", "count", {en: "Rows that repeat a loaded row", zh: "重复行数"}),
    quarantined: derived("integer", "count", {en: "Rows that broke a rule", zh: "隔离行数"}),
    left_out: derived("integer", "count", {en: "Rows that the mapping's filter leaves out", zh: "筛除行数"}),
    superseded: derived("integer", "count", {en: "Earlier rows that it corrects", zh: "被更正行数"}),
    ended: derived("integer", "count", {en: "Rows of earlier batches that a full delivery lacks", zh: "终止行数"})
  }
});

export const loadFiles = defineTable({
  name: "load_files",
  about: {en: "Files loaded", zh: "装载文件"},
  grain: ["file_id"],
  columns: {
    file_id: derived("integer", "id", {en: "File: its place in the order of loading", zh: "文件号"}),
    batch_id: batch,
    file_name: derived("varchar", "text", {en: "Name below the delivery's folder", zh: "文件名"}),
    bytes: derived("bigint", "count", {en: "Bytes", zh: "字节数"}),
    sha256: derived("varchar", "version", {en: "Hash of the bytes", zh: "文件哈希"}),
    rows_in: derived("integer", "count", {en: "Rows handed over", zh: "交付行数"}),
    first_row: maybe("bigint", "count", {
      en: "Place in the raw table of its first row, where lines follow from places; null where rows name their line",
      zh: "原始表首行位置"
    })
  }
});

/** Rows that were not loaded. Those that a filter leaves out, or that repeat what is in force, are counted in `load_batches` alone. */
export const quarantine = defineTable({
  name: "quarantine",
  about: {en: "Rows that were not loaded, and why", zh: "未入库行及原因"},
  grain: ["batch_id", "extract", "source_file", "source_line"],
  columns: {
    batch_id: batch,
    extract,
    source_file: derived("varchar", "text", {en: "File", zh: "文件"}),
    source_line: derived("bigint", "count", {en: "Line of the file, row of the sheet or of the table", zh: "行号"}),
    column_name: maybe("varchar", "code", {en: "Column", zh: "字段"}),
    value: maybe("varchar", "text", {en: "What stood there", zh: "原值"}),
    rule: derived("varchar", "code", {en: "Rule that was broken", zh: "违反的规则"}),
    event_date: maybe("date", "date", {en: "The date that the row is about, where it could be read", zh: "事件日期"}),
    raw: maybe("varchar", "text", {en: "The row as it was handed over, as JSON of its columns", zh: "原始行(JSON)"}),
    replayed_in: maybe("integer", "id", {en: "Batch in which a corrected mapping loaded it", zh: "重放批次"})
  }
});

/** What was declared of a delivery, against what came. */
export const loadControls = defineTable({
  name: "load_controls",
  about: {en: "Control totals", zh: "控制总数"},
  grain: ["batch_id", "extract", "source_file", "control", "column_name"],
  columns: {
    batch_id: batch,
    extract,
    source_file: derived("varchar", "text", {en: "File, or * for all of the batch", zh: "文件"}),
    control: derived("varchar", "code", {en: "rows, sum or hash_total", zh: "控制类型"}),
    column_name: derived("varchar", "code", {en: "Column; empty for a count of rows", zh: "字段"}),
    declared: derived("varchar", "text", {en: "As declared", zh: "申报值"}),
    computed: derived("varchar", "text", {en: "As computed", zh: "计算值"}),
    is_reconciled: derived("boolean", "flag", {en: "Whether they are equal", zh: "是否一致"})
  }
});

/** Verdicts on what is in force after a delivery. */
export const loadChecks = defineTable({
  name: "load_checks",
  about: {en: "Checks of the data in force", zh: "数据检查"},
  grain: ["check_id"],
  columns: {
    check_id: derived("varchar", "code", {en: "Check", zh: "检查项"}),
    extract,
    column_name: derived("varchar", "code", {en: "Column; empty where the row counts", zh: "字段"}),
    kind: derived("varchar", "code", {
      en: "key, required, reference, identity, range, freshness, volume, drift or control",
      zh: "检查类型"
    }),
    severity: derived("varchar", "code", {en: "stop or warn, from policy", zh: "严重程度"}),
    verdict: derived("varchar", "code", {en: "pass, warn or stop", zh: "结论"}),
    measured: maybe("double", "ratio", {en: "What was measured", zh: "测量值"}),
    tolerated: maybe("double", "ratio", {en: "Up to what it passes", zh: "容忍值"}),
    rows_checked: derived("integer", "count", {en: "Rows examined", zh: "检查行数"}),
    rows_failing: derived("integer", "count", {en: "Rows that fail", zh: "不合格行数"}),
    finding: derived("varchar", "text", {en: "The first failing rows, as file and line", zh: "首批不合格行位置"})
  }
});

/** What the quality of an extract in force is judged by, by quarter of the event. */
export const loadQuality = defineTable({
  name: "load_quality",
  about: {en: "Counts behind the quality scores", zh: "数据质量计数"},
  grain: ["extract", "period"],
  columns: {
    extract,
    period: derived("varchar", "code", {en: "Quarter of the event, 2024-Q1, or undated", zh: "事件所在季度"}),
    rows: derived("integer", "count", {en: "Rows in force that may be used", zh: "可用的有效行数"}),
    withheld: derived("integer", "count", {
      en: "Rows in force that are withheld for want of consent",
      zh: "留存不用行数"
    }),
    rows_failing: derived("integer", "count", {en: "Rows in force that fail a check", zh: "未通过检查的行数"}),
    optional_cells: derived("bigint", "count", {
      en: "Cells that may be empty and usually are not, dates aside",
      zh: "可空但通常填写的单元格数"
    }),
    filled_cells: derived("bigint", "count", {en: "Cells of these that are filled", zh: "已填单元格数"}),
    rows_dated: derived("integer", "count", {
      en: "Rows that say when their event was and, apart from it, when it became known",
      zh: "事件日与获知日均有的行数"
    }),
    on_time: derived("integer", "count", {en: "Rows known within the policy's days after the event", zh: "及时行数"}),
    rows_lagging: derived("integer", "count", {
      en: "Rows that did not become known before their event",
      zh: "非事先公布的行数"
    }),
    lag_days: derived("bigint", "days", {en: "Days from event to publication of these, in all", zh: "滞后天数合计"})
  }
});
