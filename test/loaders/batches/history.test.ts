import {describe, expect, it} from "vitest";
import {loadSource} from "#loaders/load.js";
import {exposuresInParts, plantedFolder} from "../support/exposureSource.js";
import {plantedFile} from "../support/planted.js";
import {inMemory} from "../support/warehouse.js";

const EXPOSURES = plantedFile({seed: 1, rows: 20, form: "plain", oneIn: 40, nth: 1}).text;

async function historyOf(controls: Record<string, string>): Promise<string> {
  const folder = await plantedFolder({"exposures-1.csv": EXPOSURES, ...controls});
  return await inMemory(async (engine) => {
    const {history} = await loadSource(engine, exposuresInParts, folder, {quarantineLimit: 1});
    expect((await loadSource(engine, exposuresInParts, folder)).history).toBe(history);
    return history;
  });
}

describe("the history of a warehouse", () => {
  it("is another where other control totals came with the same files, and the same where the same came", async () => {
    const declared = (rows: number) => ({"controls.yaml": `files: {"exposures-1.csv": {rows: ${rows}}}`});
    const histories = [{}, declared(20), declared(21), declared(21)];
    const [none, right, wrong, again] = await Promise.all(histories.map(historyOf));
    expect(new Set([none, right, wrong]).size).toBe(3);
    expect(again).toBe(wrong);
  });
});
