-- One row per experiment and feature of its model.
create or replace table mart_characteristics as
select * from score_characteristics
order by experiment_id, characteristic_order;
