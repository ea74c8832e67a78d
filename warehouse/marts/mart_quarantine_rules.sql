-- One row per extract, rule and column.
create or replace table mart_quarantine_rules as
with

counted as (

    select
        extract,
        rule,
        coalesce(column_name, '') as column_name,
        count(*) as rows,
        count(replayed_in) as replayed,
        max(batch_id) as latest_batch
    from quarantine
    group by extract, rule, coalesce(column_name, '')

)

select * from counted
order by extract, rule, column_name;
