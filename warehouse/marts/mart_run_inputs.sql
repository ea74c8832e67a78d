-- One row per input of the run.
create or replace table mart_run_inputs as
select * from score_run_inputs
order by kind, name;
