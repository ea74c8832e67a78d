-- One row per experiment, rung and candidate.
create or replace table mart_experiment_tuning as
select * from score_experiment_tuning
order by experiment_id, rung, candidate;
