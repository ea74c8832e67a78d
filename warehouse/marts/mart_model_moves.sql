-- One row per pair of experiments and place.
create or replace table mart_model_moves as
select
    moves.first_id,
    moves.second_id,
    moves.place,
    pseudonyms.pseudonym,
    moves.observation_date,
    moves.first_pd,
    moves.second_pd,
    moves.first_grade,
    moves.second_grade,
    moves.notches,
    moves.defaulted
from score_model_moves as moves
inner join score_pseudonyms as pseudonyms on moves.obligor_id = pseudonyms.obligor_id
order by moves.first_id, moves.second_id, moves.place;
