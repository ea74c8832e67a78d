-- One row per experiment and year.
create or replace table mart_experiment_years as
select * from score_experiment_years
order by experiment_id, year;
