import {aucInterval, auc} from "#models/validation/auc.js";
import {jeffreysInterval} from "#models/validation/calibrationCurve.js";
import {isoDate} from "#warehouse/engine/columns.js";
import {eventsOf} from "../lab/rows.js";
import {partOf, type KeptSample, type Predictions} from "./predictions.js";

/** With fewer defaults in a year, its AUC says nothing. */
const EVENTS_THAT_TELL = 5;

/** Each year of the rows that the model had not learned from: what it expected, what came, and how well it ordered. */
export function yearRows(id: string, samples: ReadonlyMap<KeptSample, Predictions>) {
  return [...samples]
    .flatMap(([sample, all]) => yearsIn(all).map((year) => yearRow(id, sample, year, ofYear(all, year))))
    .sort((a, b) => a.year - b.year);
}

function yearRow(id: string, sample: KeptSample, year: number, part: Predictions) {
  const observations = part.pd.length;
  const events = eventsOf(part);
  const expected = part.pd.reduce((total, pd) => total + pd, 0);
  const [lower, upper] = jeffreysInterval(events, observations);
  const tells = events >= EVENTS_THAT_TELL && events < observations;
  const estimate = tells ? auc(part.pd, part.defaulted) : null;
  const [aucLower, aucUpper] = estimate === null ? [null, null] : aucInterval(estimate);
  return {
    experiment_id: id,
    year,
    sample,
    observations,
    defaults: events,
    expected_defaults: expected,
    mean_pd: expected / observations,
    odr: events / observations,
    lower,
    upper,
    auc: estimate?.auc ?? null,
    auc_lower: aucLower,
    auc_upper: aucUpper
  };
}

const yearOf = (day: number) => Number(isoDate(day).slice(0, 4));

function yearsIn({days}: Predictions): number[] {
  return [...new Set([...new Set(days)].map(yearOf))];
}

function ofYear(all: Predictions, year: number): Predictions {
  return partOf(all, (row) => yearOf(all.days[row]!) === year);
}
