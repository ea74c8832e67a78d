-- One row per experiment and reason.
create or replace table mart_experiment_exclusions as
select * from score_experiment_exclusions
order by experiment_id, reason;
