import {derived} from "./column.js";
import {defineTable} from "./contract.js";

/** What each feature table was built from last. Where nothing of it has changed, only what came since is built. */
export const featBuilds = defineTable({
  name: "feat_builds",
  about: {en: "What feature tables were built from", zh: "特征表构建依据"},
  grain: ["table_name"],
  columns: {
    table_name: derived("varchar", "id", {en: "Feature table", zh: "特征表"}),
    version: derived("varchar", "version", {
      en: "Hash of its SQL, columns, macros, engine, policies, and of how staging makes what it reads",
      zh: "SQL、列、宏、引擎、政策及其所读暂存视图定义的哈希"
    }),
    last_batch: derived("integer", "id", {
      en: "The last batch that it saw; zero before the first",
      zh: "已纳入的最后批次"
    })
  }
});
