import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {sourceOf} from "#loaders/source.js";
import type {Source, SourceExtract} from "#loaders/sources/contract.js";
import {FACILITIES} from "./planted.js";
import {csvOf, facility, newFolder, obligor} from "./smallBank.js";

const demo = sourceOf("demo");

/** The demo source with some of its extracts handed over in another way. */
export function demoWith(changes: Readonly<Record<string, Partial<SourceExtract>>>): Source {
  const extracts = demo.extracts.map((extract) => ({...extract, ...changes[extract.contract.name]}));
  return {...demo, extracts};
}

/** The demo source with every extract handed over as rows to add and to correct. */
export function incremental(): Source {
  return {...demo, extracts: demo.extracts.map((extract) => ({...extract, delivery: "increment"}))};
}

/** A source whose exposures come month by month in files of their own. */
export const exposuresInParts: Source = demoWith({
  exposures: {files: ["exposures*.csv", "exposures*.csv.gz"], delivery: "increment"}
});

/** A folder with the parents of planted exposures, and files of these. */
export async function plantedFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await newFolder();
  const facilities = Array.from({length: FACILITIES}, (_, nth) => facility(`F${nth}`, "O1"));
  await writeFile(join(folder, "obligors.csv"), csvOf([obligor("O1", {})]));
  await writeFile(join(folder, "facilities.csv"), csvOf(facilities));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}
