-- One row per model, sample and measure.
create or replace table mart_models as
select * from score_models
order by model_id, split, metric;
