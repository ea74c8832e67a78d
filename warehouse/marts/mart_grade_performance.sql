-- One row per yearly observation date and grade of the master scale.
create or replace table mart_grade_performance as
with

yearly as (

    select distinct observation_date
    from score_book
    where is_yearly

),

totals as (

    select
        yearly.observation_date,
        scale.grade,
        scale.grade_order,
        scale.lower_pd,
        scale.upper_pd,
        count(book.pd) as rated,
        expected_count(book.pd) as expected_defaults,
        mean_probability(book.pd) as mean_pd,
        count(book.defaulted) as outcomes_known,
        count_defaults(book.defaulted) as defaults_observed,
        default_rate(book.defaulted) as odr
    from yearly
    inner join score_master_scale as scale
        on yearly.observation_date >= scale.effective_from
        and yearly.observation_date < scale.effective_until
    left join score_book as book
        on yearly.observation_date = book.observation_date
        and scale.grade = book.grade
    where scale.grade <> 'D'
    group by yearly.observation_date, scale.grade, scale.grade_order, scale.lower_pd, scale.upper_pd
    order by yearly.observation_date, scale.grade_order

)

select * from totals;
