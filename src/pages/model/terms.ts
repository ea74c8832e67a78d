import {martCharacteristics} from "#warehouse/marts/mart_characteristics.js";
import {dataTable, type TableColumn} from "../../components/dataTable.js";
import type {Html} from "../../components/html.js";
import type {ExperimentRow} from "../../findings/lab.js";
import {characteristicsOf, type Characteristic} from "../../findings/scorecard.js";
import type {Site} from "../../findings/site.js";
import {decimal} from "../../format/number.js";
import {LAB} from "../../i18n/lab/words.js";
import {scrolling, section} from "../quality/section.js";
import {featureName} from "./featureName.js";

/** The features that the model reads, with what its method says of each. */
export function termsSection(site: Site, row: ExperimentRow): Html {
  const words = LAB[site.language];
  const rows = characteristicsOf(site, row);
  const number = (heading: string, value: (each: Characteristic) => number | null, digits: number) => ({
    heading,
    isNumber: true,
    cell: (each: Characteristic) => (value(each) === null ? "" : decimal(value(each)!, digits)),
    value
  });
  const measures = [
    number(words.iv, ({iv}) => iv, 3),
    number(words.coefficient, ({coefficient}) => coefficient, 3),
    number(words.error, ({standard_error: error}) => error, 3),
    number(words.pValue, ({p_value: p}) => p, 4),
    number(words.vif, ({vif}) => vif, 2)
  ].filter(({value}) => rows.some((each) => value(each) !== null));
  const columns: TableColumn<Characteristic>[] = [
    {heading: words.feature, cell: (each) => featureName(site, each)},
    ...measures
  ];
  const table = dataTable(rows, columns, {
    caption: words.characteristics,
    mart: martCharacteristics.name,
    isTitled: true
  });
  return section("terms", words.characteristics, scrolling("terms-title", table, true));
}
