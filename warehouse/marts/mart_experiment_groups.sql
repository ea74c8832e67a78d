-- One row per experiment, sample and tenth of the observations.
create or replace table mart_experiment_groups as
select * from score_experiment_groups
order by experiment_id, sample, part;
