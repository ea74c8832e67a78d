import {existsSync} from "node:fs";
import {join} from "node:path";
import {isoDate} from "#warehouse/engine/columns.js";
import {UserError} from "#pipeline/userError.js";
import {copiesOf} from "#pipeline/lab/copies.js";
import type {Experiment} from "#pipeline/lab/experiment.js";
import {foldsOf} from "#pipeline/lab/folds.js";
import {pdsOf} from "#pipeline/lab/methods.js";
import {modelOf, predictionsOf, registryOf} from "#pipeline/lab/registry.js";
import {rowsAt, type Samples} from "#pipeline/lab/rows.js";
import {withSamples} from "#pipeline/lab/samples.js";
import {train} from "#pipeline/lab/train.js";
import {validateExperiment} from "#pipeline/lab/validate.js";
import {progressOn} from "#pipeline/progress.js";
import {readSettings} from "#pipeline/settings/settings.js";
import {numbersOf, textsOf} from "#warehouse/engine/columns.js";
import {accuracyText, type Compared} from "./accuracyText.js";
import {peerPds} from "./accuracyPeer.js";

/** Folder of the published files, by source. */
const DATA = process.env["BENCH_DATA"];
const SPECS = new URL("../data/models/", import.meta.url).pathname;

interface Source {
  readonly specs: readonly string[];
  /** AUC that is to be reached. */
  readonly floor: number;
  /** Folder of the files below BENCH_DATA, where the rows do not stand in a warehouse. */
  readonly folder: string | null;
  readonly published: string;
}

const SOURCES: Readonly<Record<string, Source>> = {
  polish: {
    specs: ["polish-year3", "polish-year3-logistic"],
    floor: 0.85,
    folder: "polish_year3",
    published: "on this test, by others: logistic regression .53, random forest .80, gradient boosting .94"
  },
  american: {
    specs: ["american-bankruptcy-scorecard", "american-bankruptcy-logistic"],
    floor: 0.91,
    folder: null,
    published: "logistic regression on 25 simple ratios, untuned: .899"
  },
  cumcm: {
    specs: ["cumcm2020c-scorecard", "cumcm2020c-logistic"],
    floor: 0.88,
    folder: null,
    published: "19 plain invoice features, untuned, 10 x 5 folds: logistic regression .867, forest .883"
  }
};

/**
 * Trains the models of the published sources by their specs, reads each test sample once through the validation that logs it, and sets them beside
 * scikit-learn's logistic regression on the same features of the same rows. Warehouses must have been built in the state folder (LOANSCAPE_STATE).
 */
export async function bench(args: readonly string[]): Promise<void> {
  const wanted = args.length === 0 ? Object.keys(SOURCES) : args;
  const unknown = wanted.find((name) => !(name in SOURCES));
  if (unknown !== undefined) throw new UserError(`${unknown}: name one of ${Object.keys(SOURCES).join(", ")}`);
  for (const name of wanted) {
    const {specs, floor, folder, published} = SOURCES[name]!;
    const from = folder === null ? null : join(DATA ?? "", folder);
    if (from !== null && !existsSync(from)) {
      process.stdout.write(
        `${name} is left out: ${from} is not there; name the folder that holds it with BENCH_DATA\n`
      );
      continue;
    }
    process.stdout.write(`\n${name}; ${published}\n`);
    for (const spec of specs) process.stdout.write(`${accuracyText(await compared(spec, from), floor)}\n`);
  }
}

async function compared(spec: string, from: string | null): Promise<Compared> {
  const file = join(SPECS, `${spec}.yaml`);
  const settings = readSettings({}, process.env, undefined);
  const task = {from, settings, progress: progressOn(process.stderr), now: () => new Date()};
  const {experiment} = await train({...task, file, signal: new AbortController().signal});
  const {record, isEarlier} = await validateExperiment({...task, experiment: experiment.id});
  return await withSamples({spec: experiment.spec, file, from, settings}, async (samples) => {
    const common = {experiment, record, isEarlier};
    return samples.test === null
      ? {...common, ...(await crossValidated(experiment, samples, registryOf(settings)))}
      : {...common, ...(await tested(experiment, samples, registryOf(settings)))};
  });
}

async function tested(experiment: Experiment, samples: Samples, registry: string) {
  const test = await samples.test!();
  const peer = await peerPds([{train: samples.train, test}], experiment.seed);
  const {days} = test;
  const isDated = days.some((day) => day !== 0);
  return {
    sample: isDated ? `test, ${isoDate(Math.min(...days))} to ${isoDate(Math.max(...days))}` : "test",
    pds: pdsOf(modelOf(registry, experiment), test.features),
    defaulted: test.defaulted,
    isCopy: copiesOf(samples.train, test),
    peer: peer === null ? null : {pds: peer.pds[0]!, chosen: peer.chosen.join("; ")}
  };
}

/** The first repeat, fold by fold, for the peer as for the model. */
async function crossValidated(experiment: Experiment, {train: rows, windowMonths}: Samples, registry: string) {
  const predictions = predictionsOf(registry, experiment);
  const isOurs = textsOf(predictions, "sample").map((sample) => sample === "cross_validation");
  const folds = [...foldsOf(rows, experiment.spec, windowMonths)][0]!;
  const peer = await peerPds(
    folds.map(({train: learn, test}) => ({train: rowsAt(rows, learn), test: rowsAt(rows, test)})),
    experiment.seed
  );
  const peerPd = new Float64Array(rows.defaulted.length);
  folds.forEach(({test}, fold) => test.forEach((row, index) => (peerPd[row] = peer?.pds[fold]![index] ?? NaN)));
  return {
    sample: "cross-validation, first repeat",
    pds: numbersOf(predictions, "pd").filter((_, row) => isOurs[row]),
    defaulted: rows.defaulted,
    isCopy: new Uint8Array(rows.defaulted.length),
    peer: peer === null ? null : {pds: peerPd, chosen: peer.chosen.join("; ")}
  };
}
