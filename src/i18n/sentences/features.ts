import {show} from "../../components/figureText.js";
import {markup, type Html} from "../../components/html.js";
import type {FeatureFindings} from "../../findings/features.js";
import type {Language} from "../../format/language.js";
import type {Reading} from "../../format/value.js";

export interface FeatureSentences {
  size(findings: FeatureFindings, reading: Reading): Html;
  /** Null where no outcome is known. */
  related(findings: FeatureFindings, reading: Reading): Html | null;
  /** Null where none is. */
  against(findings: FeatureFindings, reading: Reading): Html | null;
  moved(findings: FeatureFindings, reading: Reading): Html;
}

const en: FeatureSentences = {
  size: ({features, tables}, reading) =>
    markup`${show(features, reading)} ${features.value === 1 ? "feature" : "features"} in ${show(tables, reading)} ${tables.value === 1 ? "table" : "tables"} ${features.value === 1 ? "says" : "say"} what was known of each obligor on each observation date.`,
  related({related, strongest}, reading) {
    if (related === null) return markup`No outcome is known, so that nothing can be said of default.`;
    if (strongest === null) return markup`None goes with default more than chance allows.`;
    const most = markup`<code>${strongest.row.feature}</code> the most, with an information value of ${show(strongest.iv, reading)}`;
    return markup`${show(related, reading)} of them ${related.value === 1 ? "goes" : "go"} with default more than chance allows, ${most}.`;
  },
  against({against}, reading) {
    if (against.value === 0) return null;
    return markup`${show(against, reading)} ${against.value === 1 ? "does" : "do"} so the other way than declared.`;
  },
  moved({moved}, reading) {
    if (moved.value === 0) return markup`None has moved far from its first year.`;
    return markup`${show(moved, reading)} ${moved.value === 1 ? "has" : "have"} moved far from ${moved.value === 1 ? "its" : "their"} first year.`;
  }
};

const zh: FeatureSentences = {
  size: ({features, tables}, reading) =>
    markup`${show(tables, reading)}张特征表的${show(features, reading)}项特征记录各观察日对每个债务人的所知。`,
  related({related, strongest}, reading) {
    if (related === null) return markup`尚无已知结果，无法判断与违约的关系。`;
    if (strongest === null) return markup`无一与违约的关系超出随机水平。`;
    return markup`其中${show(related, reading)}项与违约的关系超出随机水平，最强者为<code>${strongest.row.feature}</code>，信息价值${show(strongest.iv, reading)}。`;
  },
  against: ({against}, reading) =>
    against.value === 0 ? null : markup`${show(against, reading)}项的实际方向与声明相反。`,
  moved: ({moved}, reading) =>
    moved.value === 0 ? markup`各特征较首年均无明显偏移。` : markup`${show(moved, reading)}项较首年明显偏移。`
};

export const FEATURES: Readonly<Record<Language, FeatureSentences>> = {en, zh};
