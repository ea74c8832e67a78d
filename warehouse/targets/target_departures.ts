import {derived, maybe} from "../column.js";
import {defineTable} from "../contract.js";

export const targetDepartures = defineTable({
  name: "target_departures",
  about: {en: "When obligors left the book and came back", zh: "债务人退出与重返信贷账簿的时间"},
  grain: ["obligor_id", "last_date"],
  columns: {
    obligor_id: derived("varchar", "id", {en: "Obligor", zh: "债务人编号"}),
    last_date: derived("date", "date", {en: "Last month end with a line in the book", zh: "退出前最后在账月末"}),
    missed_date: derived("date", "date", {en: "First month-end book without one", zh: "首个不在账月末"}),
    return_date: maybe("date", "date", {
      en: "First month-end book with one again; empty where it did not come back",
      zh: "重返账簿的月末;未重返则为空"
    })
  }
});
