-- One row per experiment, sample and measure.
create or replace table mart_experiment_figures as
select * from score_experiment_figures
order by experiment_id, sample, metric;
