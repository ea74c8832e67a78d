import {observationKey} from "../column.js";
import {defineTable} from "../contract.js";

export const featObservations = defineTable({
  name: "feat_observations",
  about: {en: "Obligors in the book at each observation date", zh: "各观察日在册债务人"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey
  }
});
