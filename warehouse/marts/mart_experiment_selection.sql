-- One row per experiment and candidate feature.
create or replace table mart_experiment_selection as
select * from score_experiment_selection
order by experiment_id, feature;
