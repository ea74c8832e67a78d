import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {replayQuarantine} from "#loaders/batches/replay.js";
import {loadSource} from "#loaders/load.js";
import type {Source} from "#loaders/sources/contract.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {imbalances} from "../support/balance.js";
import {correctedSource as corrected, credit, creditSource, stillOpen} from "../support/mappedBank.js";
import {csvOf, newFolder, obligor, type Cells} from "../support/smallBank.js";
import {contents, inMemory, rows} from "../support/warehouse.js";

const wrong = inParts(creditSource());
const mended = inParts(corrected);

const A = credit("F1", {额度: "1"});
/** Stays in quarantine until the mapping is mended. */
const B = credit("F1", {额度: "2", 品种: "固贷"});
const C = credit("F1", {额度: "3"});
/** Stays in quarantine for as long as B does. */
const D = credit("F1", {额度: "4", 起始: "31.01.2020"});

describe("a row that leaves the quarantine", () => {
  it.each<[string, Cells[][][], unknown]>([
    ["takes the place of what was said before it", [[[A]], [[B]]], "1.00 2.00*"],
    ["does not take the place of what was said again after it", [[[A]], [[B]], [[A]]], "1.00*"],
    ["does not take the place of what a later file of its delivery said again", [[[A]], [[B], [A]]], "1.00*"],
    ["does not take the place of what a later file of its own first delivery said again", [[[A], [B], [A]]], "1.00*"],
    ["takes the place of what an earlier file of its delivery said again", [[[A]], [[A], [B]]], "1.00 2.00*"],
    ["takes the place of what an earlier file of its delivery said first", [[[A], [B]]], "1.00 2.00*"],
    ["does not take the place of what its own file said", [[[A, B]]], "1.00*"],
    ["does not take the place of what its own file said again", [[[A]], [[A, B]]], "1.00*"],
    ["does not take the place of what corrected the row before it", [[[A]], [[B]], [[C]]], "1.00 3.00*"],
    ["does not take the place of what leaves with it and was said later", [[[B], [D]]], "4.00*"],
    ["does not take the place of what leaves with it and was said by a later delivery", [[[B]], [[D]]], "4.00*"]
  ])("%s", async (_, deliveries, expected) => {
    await inMemory(async (engine) => {
      await deliver(engine, wrong, deliveries);
      await replayQuarantine(engine, mended);
      expect(await limits(engine)).toBe(expected);
      expect(await imbalances(engine)).toEqual([]);
      const before = await contents(engine);
      await replayQuarantine(engine, mended);
      expect(await contents(engine)).toEqual(before);
    });
  });

  it("does not outdo by leaving it early what was said after it and leaves it late", async () => {
    const half = inParts(
      creditSource({columns: {...columnsOf(creditSource()), product: columnsOf(corrected)["product"]!}})
    );
    await inMemory(async (engine) => {
      await deliver(engine, wrong, [[[B]], [[D]]]);
      expect(await replayQuarantine(engine, half)).toMatchObject({replayed: 1});
      expect(await limits(engine)).toBe("2.00*");
      expect(await replayQuarantine(engine, mended)).toMatchObject({replayed: 1});
      expect(await limits(engine)).toBe("2.00 4.00*");
    });
  });

  it("in a full delivery does not take the place of what that delivery said again, in whatever file", async () => {
    const full = (source: Source) => inParts(source, "full");
    await inMemory(async (engine) => {
      await deliver(engine, full(creditSource()), [[[A]], [[A], [B]]]);
      await replayQuarantine(engine, full(corrected));
      expect(await limits(engine)).toBe("1.00*");
    });
  });
});

describe("a row that another of its key went before", () => {
  it("stays in quarantine under the mapping that it came under, whatever is in force by now", async () => {
    await inMemory(async (engine) => {
      await deliver(engine, wrong, [[[A, C]], [[C]]]);
      const before = await contents(engine);
      expect(await replayQuarantine(engine, wrong)).toEqual({replayed: 0, stillQuarantined: 1});
      expect(await contents(engine)).toEqual(before);
      expect(await stillOpen(engine)).toEqual(["3 facility_id, valid_from key_conflict F1, 2020-01-31"]);
      expect(await replayQuarantine(engine, mended)).toEqual({replayed: 1, stillQuarantined: 0});
    });
  });

  it("does not come into force in a full delivery that repeats the row before it", async () => {
    const full = inParts(creditSource(), "full");
    await inMemory(async (engine) => {
      await deliver(engine, full, [[[A]], [[A, C]]]);
      expect(await replayQuarantine(engine, full)).toEqual({replayed: 0, stillQuarantined: 1});
      expect(await limits(engine)).toBe("1.00*");
    });
  });
});

function inParts(source: Source, delivery: "full" | "increment" = "increment"): Source {
  const extracts = source.extracts.map((extract) =>
    extract.contract.name === "facilities" ? {...extract, files: ["facilities*.csv"], delivery} : extract
  );
  return {...source, extracts};
}

function columnsOf(source: Source) {
  const {mapping} = source.extracts.find(({contract}) => contract.name === "facilities")!;
  if (mapping.kind !== "columns") throw new Error("facilities have no columns mapping");
  return mapping.columns;
}

/** Loads deliveries of files of facilities, each from a folder of its own; `G` rows beside keep the files apart. */
async function deliver(engine: Engine, source: Source, deliveries: readonly (readonly Cells[][])[]): Promise<void> {
  let nth = 0;
  for (const files of deliveries) {
    const folder = await newFolder();
    await writeFile(join(folder, "obligors.csv"), csvOf([obligor("O1", {})]));
    for (const [at, own] of files.entries()) {
      await writeFile(join(folder, `facilities-${at}.csv`), csvOf([...own, credit(`G${++nth}`)]));
    }
    await loadSource(engine, source, folder);
  }
}

/** Limits of the versions of F1 in the order of loading, that in force with a star. */
async function limits(engine: Engine): Promise<unknown> {
  const [found] = await rows(
    engine,
    `select string_agg(cast("limit" as varchar) || case when superseded_by is null then '*' else '' end, ' '
       order by batch_id, file_id) as it
     from raw_facilities where facility_id = 'F1' and outcome is null`
  );
  return found!["it"];
}
