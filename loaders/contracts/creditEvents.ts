import {defineExtract} from "#warehouse/contract.js";
import {code, credit, date, id} from "./column.js";

/** Events that speak of the obligor's ability to pay. A source that dates no default leaves them empty; where one does, a row without `published_date` is refused. */
export const creditEvents = defineExtract({
  name: "credit_events",
  about: {en: "Credit events", zh: "信用事件"},
  grain: ["event_id"],
  dates: {event: "event_date", published: "published_date"},
  columns: {
    event_id: id(credit, {en: "Event", zh: "事件编号"}),
    obligor_id: id(credit, {en: "Obligor", zh: "债务人编号"}, {references: "obligors.obligor_id"}),
    event_type: code(
      credit,
      {en: "Kind of event", zh: "事件类型"},
      {allowed: ["bankruptcy_filing", "distressed_restructuring", "write_off", "litigation", "reported_default"]}
    ),
    event_date: date(
      credit,
      {en: "Day of the event; empty where the source gives none", zh: "事件日期"},
      {nullable: true}
    ),
    published_date: date(
      credit,
      {en: "Day on which it became known; empty only where the source dates no default", zh: "获知日期"},
      {nullable: true}
    )
  }
});
