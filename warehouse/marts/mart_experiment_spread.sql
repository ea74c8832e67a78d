-- One row per experiment, sample and PD class.
create or replace table mart_experiment_spread as
select * from score_experiment_spread
order by experiment_id, sample, class_order;
