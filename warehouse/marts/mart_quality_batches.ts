import {defineMart} from "../contract.js";
import {EVERYONE, mart} from "./column.js";

/** One row per batch. */
export const martQualityBatches = defineMart({
  name: "mart_quality_batches",
  about: {en: "Batches, and where their rows went", zh: "装载批次及行数去向"},
  grain: ["batch_id"],
  columns: {
    batch_id: mart("integer", "id", "batch", EVERYONE),
    delivery_id: mart("integer", "id", "delivery", EVERYONE),
    extract: mart("varchar", "code", "extract", EVERYONE),
    delivery: mart("varchar", "code", "delivery_kind", EVERYONE),
    content_sha256: mart("varchar", "version", "content_hash", EVERYONE),
    rows_in: mart("integer", "count", "rows_in", EVERYONE),
    loaded: mart("integer", "count", "rows_loaded", EVERYONE),
    duplicates: mart("integer", "count", "rows_duplicate", EVERYONE),
    quarantined: mart("integer", "count", "rows_quarantined", EVERYONE),
    left_out: mart("integer", "count", "rows_left_out", EVERYONE),
    superseded: mart("integer", "count", "rows_superseded", EVERYONE),
    ended: mart("integer", "count", "rows_ended", EVERYONE)
  }
});
