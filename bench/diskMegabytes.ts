import {readdirSync, statSync} from "node:fs";
import {join} from "node:path";

/** Size of all files below a folder. */
export function diskMegabytes(folder: string): number {
  const files = readdirSync(folder, {recursive: true, encoding: "utf8"}).map((name) => statSync(join(folder, name)));
  return Math.round(files.reduce((total, file) => total + (file.isFile() ? file.size : 0), 0) / 1e6);
}
