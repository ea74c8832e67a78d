import {readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

/** The folder that the code, its policies and its reference tables stand in. */
export const PROJECT_FOLDER = fileURLToPath(new URL("../..", import.meta.url));

/** Version of the package, from package.json. */
export function packageVersion(): string {
  const {version} = JSON.parse(readFileSync(join(PROJECT_FOLDER, "package.json"), "utf8")) as {version: string};
  return version;
}
