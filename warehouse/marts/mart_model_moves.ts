import {defineMart} from "../contract.js";
import {mart, MODELLERS} from "./column.js";

/** One row per pair of experiments and place. */
export const martModelMoves = defineMart({
  name: "mart_model_moves",
  about: {en: "The obligors that two experiments judge most differently", zh: "两实验判断差异最大的债务人"},
  grain: ["first_id", "second_id", "place"],
  columns: {
    first_id: mart("varchar", "id", "pair_first", MODELLERS),
    second_id: mart("varchar", "id", "pair_second", MODELLERS),
    place: mart("integer", "count", "move_place", MODELLERS),
    pseudonym: mart("varchar", "id", "pseudonym", MODELLERS),
    observation_date: mart("date", "date", "observation_date", MODELLERS),
    first_pd: mart("double", "probability", "move_pd", MODELLERS),
    second_pd: mart("double", "probability", "move_pd", MODELLERS),
    first_grade: mart("varchar", "code", "move_grade", MODELLERS),
    second_grade: mart("varchar", "code", "move_grade", MODELLERS),
    notches: mart("integer", "count", "move_notches", MODELLERS),
    defaulted: mart("boolean", "flag", "move_outcome", MODELLERS)
  }
});
