-- One row per experiment, sample and point of the curve.
create or replace table mart_experiment_curves as
select * from score_experiment_curves
order by experiment_id, sample, point;
