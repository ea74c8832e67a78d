import type {CheckVerdict} from "./verdict.js";

const SHOWN = 5;
const REMEDIES: Readonly<Record<CheckVerdict["kind"], string>> = {
  key: "hand over one row for each key",
  required: "fill the column",
  reference: "hand over what the rows refer to",
  identity: "check the amounts that must add up",
  range: "check the values",
  freshness: "hand over the latest data",
  volume: "check whether a part of the extract is missing or doubled",
  drift: "check whether the extract's codes or layout have changed",
  control: "have the delivery or its control totals corrected"
};

/** Why a delivery is refused, in a sentence or a few; null where no verdict stops it. */
export function stopSentence(verdicts: readonly CheckVerdict[]): string | null {
  const stops = verdicts.filter(({verdict}) => verdict === "stop");
  if (stops.length === 0) return null;
  const more = stops.length > SHOWN ? `\nand ${stops.length - SHOWN} more` : "";
  return `the delivery is not loaded, as ${stops.length === 1 ? "a check stops" : `${stops.length} checks stop`} it: ${stops
    .slice(0, SHOWN)
    .map(sentence)
    .join("; ")}${more}`;
}

function sentence({id, kind, measured, tolerated, rowsChecked, rowsFailing, finding}: CheckVerdict): string {
  const counted = kind === "freshness" || kind === "volume" || (kind === "drift" && rowsFailing === 0);
  const what = kind === "control" ? "control totals" : "rows";
  const figures = counted
    ? `measured ${shown(measured)}, tolerated ${shown(tolerated)}`
    : `${rowsFailing} of ${rowsChecked} ${what} fail, and ${shown(tolerated)} ${kind === "control" ? "" : "of them "}may`;
  return `${id} (${kind}): ${figures}${finding === "" ? "" : `, first ${finding}`}; ${REMEDIES[kind]}, or change the quality policy`;
}

function shown(value: number | null): string {
  return value === null ? "nothing" : String(Number(value.toPrecision(4)));
}
