import type {FoundTable} from "./contract.js";

export {rawLines} from "./plain/rawLines.js";
export {scan} from "./plain/scan.js";

/** Whether it is worth trying to let the engine read the file as it lies; `scan` tells for certain. */
export function mayBePlain({format, part, form, isPacked = false}: FoundTable): boolean {
  if (format !== "csv" || form === null || part !== null || isPacked) return false;
  const {encoding, delimiter, quote, headerRow, headerRows} = form;
  return encoding === "utf-8" && quote === '"' && delimiter.length === 1 && headerRow === 1 && headerRows === 1;
}
