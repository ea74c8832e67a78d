import {rowsOf} from "#warehouse/engine/columns.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {sqlOf} from "../sql.js";
import type {QualityPolicy} from "./policy.js";
import {verdictOnFigure, type CheckVerdict} from "./verdict.js";

const CONTROLS = new URL("./latest_controls.sql", import.meta.url);
const UNREAD = new URL("./latest_unread.sql", import.meta.url);

interface Control {
  readonly extract: string;
  readonly source_file: string;
  readonly control: string;
  readonly column_name: string;
  readonly declared: string;
  readonly computed: string;
  readonly is_reconciled: boolean;
}

/** Whether the control totals of the latest delivery of each extract reconcile; nothing where none were declared. */
export async function checkControls(engine: Engine, policy: QualityPolicy): Promise<CheckVerdict[]> {
  const controls = rowsOf<Control>(await engine.columns(sqlOf(CONTROLS)));
  return [...new Set(controls.map(({extract}) => extract))].map((extract) => {
    const own = controls.filter((control) => control.extract === extract);
    const breaks = own.filter((control) => !control.is_reconciled);
    return verdictOnFigure("control", policy, {
      name: "controls",
      extract,
      column: breaks[0]?.column_name ?? "",
      rowsChecked: own.length,
      rowsFailing: breaks.length,
      measured: breaks.length,
      tolerated: 0,
      fails: breaks.length > 0,
      finding: breaks.slice(0, 5).map(breakText).join("; ")
    });
  });
}

function breakText({source_file: file, control, column_name: column, declared, computed}: Control): string {
  return `${[file, control, column].filter((part) => part !== "").join(" ")}: ${declared} <> ${computed}`;
}

/** Whether the types of columns hold: the share of the latest delivery in which a date or a number could not be read. */
export async function checkTypes(engine: Engine, policy: QualityPolicy): Promise<CheckVerdict[]> {
  const tolerated = policy.drift.tolerated_unread_share;
  return rowsOf(await engine.columns(sqlOf(UNREAD))).map((row) => {
    const rowsIn = Number(row["rows_in"]);
    const unread = Number(row["unread"]);
    const share = rowsIn === 0 ? 0 : unread / rowsIn;
    return verdictOnFigure("drift", policy, {
      name: "types",
      extract: String(row["extract"]),
      column: "",
      rowsChecked: rowsIn,
      rowsFailing: unread,
      measured: share,
      tolerated,
      fails: share > tolerated,
      finding: String(row["first_places"])
    });
  });
}
