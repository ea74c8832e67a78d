-- One row per observation date and outcome status: how many obligors of the book have it, and whether a model may learn from them.
create or replace table target_exclusions as
with

counted as (

    select
        observation_date,
        outcome_status,
        count(*) as obligors,
        count_where(coalesce(defaulted, false)) as defaults,
        count(defaulted) = 0 as is_excluded
    from target_default
    group by observation_date, outcome_status
    order by observation_date, outcome_status

)

select * from counted;
