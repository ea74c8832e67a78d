-- One row per feature table.
create or replace table mart_feature_tables as
select * from score_feature_tables
order by table_name;
