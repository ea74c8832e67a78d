-- One row per yearly observation date and grade of the master scale.
create or replace table mart_grade_performance as
with

yearly as (

    select observation_date
    from stg_calendar
    where month(observation_date) = (select month(max(observation_date)) from stg_calendar)

),

book as (

    select
        ratings.observation_date,
        ratings.grade,
        ratings.pd,
        targets.defaulted
    from score_ratings as ratings
    inner join target_default as targets
        on ratings.obligor_id = targets.obligor_id
        and ratings.observation_date = targets.observation_date
    where ratings.pd is not null

),

totals as (

    select
        yearly.observation_date,
        scale.grade,
        scale.grade_order,
        scale.lower_pd,
        scale.upper_pd,
        count(book.pd) as rated,
        cast(coalesce(sum_exact(book.pd), 0) as double) as expected_defaults,
        ratio(sum_exact(book.pd), count(book.pd)) as mean_pd,
        case when count(book.defaulted) > 0 then count(*) filter (where book.defaulted) end as defaults_observed,
        ratio(count(*) filter (where book.defaulted), count(book.defaulted)) as odr
    from yearly
    cross join score_master_scale as scale
    left join book
        on yearly.observation_date = book.observation_date
        and scale.grade = book.grade
    where scale.grade <> 'D'
    group by yearly.observation_date, scale.grade, scale.grade_order, scale.lower_pd, scale.upper_pd
    order by yearly.observation_date, scale.grade_order

)

select * from totals;
