import type {RiskLevels} from "./riskLevels.js";

/** One cut: all rows of this risk or more are called risky. */
export interface CurvePoint {
  /** Null at the origin, where nobody is. */
  readonly risk: number | null;
  /** Share of defaulters called risky: the height of the ROC and of the CAP curve. */
  readonly hitRate: number;
  /** Share of others called risky: the ROC curve's abscissa. */
  readonly falseAlarmRate: number;
  /** Share of all rows called risky: the CAP curve's abscissa. */
  readonly share: number;
}

/**
 * The ROC and the CAP curve in one, from the riskiest cut to the safest.
 *
 * With more distinct risks than `most` a cut is left out where the ROC curve has moved by less than 2/`most` along both axes together.
 * Throws when either class is empty.
 */
export function curvesOf(levels: RiskLevels, {most = 200}: {readonly most?: number} = {}): CurvePoint[] {
  const {risks, events, others, totalEvents, totalOthers} = levels;
  if (!(totalEvents > 0 && totalOthers > 0)) throw new RangeError("a ROC curve needs both classes");
  const step = risks.length > most ? 2 / most : 0;
  const points: CurvePoint[] = [{risk: null, hitRate: 0, falseAlarmRate: 0, share: 0}];
  let [hits, alarms, last] = [0, 0, 0];
  for (let level = risks.length - 1; level >= 0; level--) {
    hits += events[level]!;
    alarms += others[level]!;
    const [hitRate, falseAlarmRate] = [hits / totalEvents, alarms / totalOthers];
    if (level > 0 && hitRate + falseAlarmRate - last < step) continue;
    last = hitRate + falseAlarmRate;
    points.push({risk: risks[level]!, hitRate, falseAlarmRate, share: (hits + alarms) / (totalEvents + totalOthers)});
  }
  return points;
}
