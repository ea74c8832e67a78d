-- One row per yearly observation date, grade then, and grade twelve months later.
create or replace table mart_migration as
with

bounds as (

    select
        max(grade_order) as default_order,
        (select max(observation_date) from stg_calendar) as last_date
    from score_master_scale

),

moves as (

    select
        starts.observation_date,
        starts.grade as from_grade,
        starts.grade_order as from_order,
        case when starts.defaulted then 'D' else coalesce(ends.grade, 'left') end as to_grade,
        case
            when starts.defaulted then bounds.default_order
            else coalesce(ends.grade_order, bounds.default_order + 1)
        end as to_order,
        starts.drawn
    from score_book as starts
    cross join bounds
    left join score_book as ends
        on starts.obligor_id = ends.obligor_id
        and month_end_after(starts.observation_date, 12) = ends.observation_date
    where
        starts.is_yearly
        and starts.pd is not null
        and month_end_after(starts.observation_date, 12) <= bounds.last_date

),

totals as (

    select
        observation_date,
        from_grade,
        to_grade,
        from_order,
        to_order,
        count(*) as obligors,
        total_amount(drawn) as drawn
    from moves
    group by observation_date, from_grade, to_grade, from_order, to_order
    order by observation_date, from_order, to_order

)

select * from totals;
