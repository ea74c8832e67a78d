import {defineTable} from "#warehouse/contract.js";
import {defined} from "./defined.js";

export const scoreModelMoves = defineTable({
  name: "score_model_moves",
  about: {en: "The obligors that two experiments judge most differently", zh: "两实验判断差异最大的债务人"},
  grain: ["first_id", "second_id", "place"],
  columns: {
    first_id: defined("varchar", "id", "pair_first"),
    second_id: defined("varchar", "id", "pair_second"),
    place: defined("integer", "count", "move_place"),
    obligor_id: defined("varchar", "id", "obligor_id"),
    observation_date: defined("date", "date", "observation_date"),
    first_pd: defined("double", "probability", "move_pd"),
    second_pd: defined("double", "probability", "move_pd"),
    first_grade: defined("varchar", "code", "move_grade"),
    second_grade: defined("varchar", "code", "move_grade"),
    notches: defined("integer", "count", "move_notches"),
    defaulted: defined("boolean", "flag", "move_outcome")
  }
});
