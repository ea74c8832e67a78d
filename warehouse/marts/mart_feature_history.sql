-- One row per feature and yearly observation date.
create or replace table mart_feature_history as
select * from score_feature_history
order by table_name, feature, observation_date;
