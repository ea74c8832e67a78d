-- One row per yearly observation date, grade then, and grade twelve months later.
create or replace table mart_migration as
with

yearly as (

    select observation_date
    from stg_calendar
    where
        month(observation_date) = (select month(max(observation_date)) from stg_calendar)
        and month_end_after(observation_date, 12) <= (select max(observation_date) from stg_calendar)

),

starts as (

    select
        ratings.obligor_id,
        ratings.observation_date,
        ratings.grade,
        ratings.grade_order,
        targets.defaulted,
        facilities.drawn
    from score_ratings as ratings
    inner join yearly on ratings.observation_date = yearly.observation_date
    inner join target_default as targets
        on ratings.obligor_id = targets.obligor_id
        and ratings.observation_date = targets.observation_date
    inner join feat_facilities as facilities
        on ratings.obligor_id = facilities.obligor_id
        and ratings.observation_date = facilities.observation_date
    where ratings.pd is not null

),

moves as (

    select
        starts.observation_date,
        starts.grade as from_grade,
        starts.grade_order as from_order,
        case when starts.defaulted then 'D' else coalesce(ends.grade, 'left') end as to_grade,
        case
            when starts.defaulted then scale.default_order
            else coalesce(ends.grade_order, scale.default_order + 1)
        end as to_order,
        starts.drawn
    from starts
    cross join (select max(grade_order) as default_order from score_master_scale) as scale
    left join score_ratings as ends
        on starts.obligor_id = ends.obligor_id
        and ends.observation_date = month_end_after(starts.observation_date, 12)

),

totals as (

    select
        observation_date,
        from_grade,
        to_grade,
        from_order,
        to_order,
        count(*) as obligors,
        cast(sum(cast(drawn as decimal(28, 2))) as double) as drawn
    from moves
    group by observation_date, from_grade, to_grade, from_order, to_order
    order by observation_date, from_order, to_order

)

select * from totals;
