import {rm} from "node:fs/promises";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {damagedFiles} from "../../support/damage.js";
import {DAMAGES} from "../../support/damages.js";
import {examine} from "../../support/examine.js";
import {withEngine} from "../../support/memoryEngine.js";
import {newFolder} from "./tables.js";

const SEED = 20_200_131;
const FILES = 1_000;
const MOST_SECONDS = 5;

describe("damaged files", () => {
  it(`end in tables whose every byte is accounted for, or in one sentence (${FILES} files, seed ${SEED})`, async () => {
    const folder = await newFolder();
    const outcomes = new Map<string, number>();
    await withEngine(async (engine) => {
      for await (const file of damagedFiles(SEED, FILES, folder)) {
        const found = await examine(engine, file, join(folder, "spool")).catch((error: unknown) => {
          throw new Error(`case ${file.index} of seed ${SEED} (${file.kind})`, {cause: error});
        });
        expect(found.processorSeconds, `case ${file.index} (${file.kind})`).toBeLessThan(MOST_SECONDS);
        const key = `${file.kind}: ${found.outcome}`;
        outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
        await rm(file.path);
        await rm(join(folder, "spool"), {recursive: true, force: true});
      }
    });
    const count = (key: string) => outcomes.get(key) ?? 0;
    const each = Math.floor(FILES / DAMAGES.length);
    for (const kind of ["gz bomb", "zip bomb", "a picture", "nothing", "column twice"]) {
      expect([kind, count(`${kind}: refused`)]).toEqual([kind, expect.toBeOneOf([each, each + 1])]);
    }
    for (const kind of [
      "absurd numbers",
      "another encoding",
      "injected delimiters",
      "short and wide rows",
      "titles above"
    ]) {
      expect([kind, count(`${kind}: read`)]).toEqual([kind, expect.toBeOneOf([each, each + 1])]);
    }
  }, 240_000);
});
