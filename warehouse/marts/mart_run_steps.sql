-- One row per table that a step wrote.
create or replace table mart_run_steps as
select * from score_run_steps
order by step, table_name;
