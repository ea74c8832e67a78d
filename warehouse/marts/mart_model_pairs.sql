-- One row per pair of experiments.
create or replace table mart_model_pairs as
select * from score_model_pairs
order by first_id, second_id;
