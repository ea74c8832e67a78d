import {readFileSync, renameSync, writeFileSync} from "node:fs";
import {stringify} from "yaml";
import {describe, expect, it} from "vitest";
import {promote} from "#pipeline/lab/promote.js";
import {experimentsIn, registryOf} from "#pipeline/lab/registry.js";
import {train} from "#pipeline/lab/train.js";
import {keptBeside} from "#pipeline/lab/watch/keptBeside.js";
import {watchLab, type LabEvent} from "#pipeline/lab/watch/lab.js";
import {labSettings} from "#pipeline/lab/watch/labSettings.js";
import {quickTrain} from "#pipeline/lab/watch/quickTrain.js";
import {labBank, SPEC} from "../../../support/labBank.js";

const small = () => labBank({obligors: 300});
const several = {method: {...SPEC.method, max_bins: [2, 4]}};

describe("a quick experiment", () => {
  it("says that it is one, and is the same again", async () => {
    const bank = await labBank({obligors: 800});
    const file = bank.spec(several);
    const [one, two] = [
      await quickTrain({...bank.task, file, from: null}),
      await quickTrain({...bank.task, file, from: null})
    ];
    expect(two).toEqual(one);
    const {id, spec, figures, tuning} = one.experiment;
    expect([id, one.outcome]).toEqual(["small-quick", "kept"]);
    expect(spec.title).toEqual({
      en: "Small (quick: one fold held out, never to be promoted)",
      zh: "小（快速试验：仅留出一折，不得晋升）"
    });
    expect(figures.map(({sample}) => sample)).toEqual(["train", "cross_validation", "validation"]);
    expect(tuning.rungs.map(({share, candidates}) => [share, candidates.length])).toEqual([[1, 2]]);
  });

  it("measures itself on obligors that it was not fitted on", async () => {
    const bank = await small();
    const {experiment} = await quickTrain({...bank.task, file: bank.spec(), from: null});
    const rows = (sample: string) => experiment.figures.find((each) => each.sample === sample)!.observations;
    expect(rows("cross_validation")).toBeGreaterThan(0.4 * rows("train"));
    expect(rows("cross_validation")).toBeLessThan(0.6 * rows("train"));
  });

  it("learns nothing from them: a forest that remembers noise is found out", async () => {
    const bank = await small();
    const noise = [{table: "feat_statements", columns: ["inventory_days"]}];
    const file = bank.spec({
      population: {...SPEC.population, features: noise},
      method: {kind: "random_forest", rows: 600, trees: 20, feature_share: 1, features: 2}
    });
    const {experiment} = await quickTrain({...bank.task, file, from: null});
    const [taught, held] = ["train", "cross_validation"].map(
      (sample) =>
        experiment.figures.find((each) => each.sample === sample)!.figures.find(({metric}) => metric === "auc")!.value
    );
    expect(taught).toBeGreaterThan(0.75);
    expect(held).toBeLessThan(0.65);
  });

  it("stands apart: the registry does not know it, and it cannot be promoted", async () => {
    const bank = await small();
    const {experiment} = await quickTrain({...bank.task, file: bank.spec(), from: null});
    expect(experimentsIn(registryOf(bank.settings))).toEqual([]);
    const approval = {effectiveFrom: "2022-12-31", approver: "Me", reason: "Haste"};
    const promoting = (settings: typeof bank.settings) => () =>
      promote({experiment: experiment.id, ...approval, settings});
    expect(promoting(bank.settings)).toThrow(/no experiment is called so/);
    expect(promoting(labSettings(bank.settings))).toThrow(/has not been validated/);
  });

  it("stands beside those that are kept, which are copied as they are", async () => {
    const bank = await small();
    const kept = await train({...bank.task, file: bank.spec(), from: null});
    await quickTrain({...bank.task, file: bank.spec(), from: null});
    const [registry, lab] = [registryOf(bank.settings), registryOf(labSettings(bank.settings))];
    keptBeside(registry, lab);
    keptBeside(registry, lab);
    expect(
      experimentsIn(lab)
        .map(({id}) => id)
        .sort()
    ).toEqual([kept.experiment.id, "small-quick"].sort());
    renameSync(`${registry}/experiments/${kept.experiment.id}`, `${registry}/gone`);
    keptBeside(registry, lab);
    expect(experimentsIn(lab).map(({id}) => id)).toEqual(["small-quick"]);
  });
});

describe("the lab", () => {
  it("trains at once and on every save, tells what is wrong with a spec and goes on, and ends at the signal", async () => {
    const bank = await small();
    const file = bank.spec();
    const stop = new AbortController();
    const events: LabEvent[] = [];
    const waiting: {count: number; done: () => void}[] = [];
    const answered = () => events.filter(({event}) => event === "trained" || event === "refused");
    const answers = (count: number) =>
      new Promise<void>((done) => (answered().length >= count ? done() : void waiting.push({count, done})));
    const running = watchLab({
      ...bank.task,
      specs: [file],
      sourceId: "demo",
      hasPages: false,
      signal: stop.signal,
      onEvent: (event) => {
        events.push(event);
        for (const {count, done} of waiting) if (answered().length >= count) done();
      }
    });
    await answers(1);
    writeFileSync(file, stringify({...SPEC, tuning: {folds: 0}}));
    await answers(2);
    // As editors save: another file takes its place.
    writeFileSync(`${file}.new`, stringify({...SPEC, method: {kind: "logistic", ridge: 1}}));
    renameSync(`${file}.new`, file);
    await answers(3);
    writeFileSync(file.replace("spec-1", "notes"), readFileSync(file));
    stop.abort();
    expect(await running).toEqual({rounds: 3, trained: 2, refused: 1});
    const [first, second, third] = answered();
    expect(events[0]).toEqual({event: "watching", files: [file]});
    expect(first).toMatchObject({event: "trained", file});
    expect(second).toMatchObject({event: "refused", file, message: expect.stringMatching(/line \d+: tuning\.folds: /)});
    expect(third).toMatchObject({event: "trained", trained: {model: {kind: "logistic"}}});
  });

  it("starts with a spec that is wrong, for it can be mended", async () => {
    const bank = await small();
    const stop = new AbortController();
    const events: LabEvent[] = [];
    const onEvent = (event: LabEvent) => {
      events.push(event);
      if (event.event === "refused") stop.abort();
    };
    const file = bank.spec({model: "Not A Name"});
    await watchLab({...bank.task, specs: [file], sourceId: "demo", hasPages: false, signal: stop.signal, onEvent});
    expect(events.at(-1)).toMatchObject({
      event: "refused",
      message: expect.stringMatching(/model: lower-case letters/)
    });
  });
});
