import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {UserError} from "#warehouse/engine/userError.js";
import {colourSheet} from "../components/scales.js";
import {siteOf} from "../findings/site.js";
import {bundleLive} from "./bundleLive.js";
import {renderPages} from "./renderPages.js";

/** What the caller reads as a mistake that the user can mend. */
const MENDABLE = 2;

const [project] = process.argv.slice(2);
if (project === undefined) throw new Error("name the folder of the Framework project");

try {
  const source = join(project, "src");
  await bundleLive(fileURLToPath(new URL("../live", import.meta.url)), join(source, "live"));
  writeFileSync(join(source, "style", "colours.css"), colourSheet());
  renderPages(join(source, ".observablehq", "cache"), siteOf([], process.env));
} catch (error) {
  process.stderr.write(`${error instanceof UserError ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = error instanceof UserError ? MENDABLE : 1;
}
