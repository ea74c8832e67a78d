-- One row per validated experiment, and part of the sample.
create or replace table mart_validation_cells as
select * from score_validation_cells
order by experiment_id, scope_kind, scope_order;
