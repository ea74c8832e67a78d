-- One row per experiment of the source.
create or replace table mart_experiments as
select * from score_experiments
order by experiment_order;
