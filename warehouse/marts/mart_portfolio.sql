-- One row per observation date.
create or replace table mart_portfolio as
with

totals as (

    select
        observation_date,
        count(*) as obligors,
        count(pd) as rated,
        count_where(is_in_default) as in_default,
        total_amount(drawn) as drawn,
        total_amount("limit") as "limit",
        expected_count(pd) as expected_defaults,
        mean_probability(pd) as mean_pd,
        count(defaulted) as outcomes_known,
        count_defaults(defaulted) as defaults_observed,
        default_rate(defaulted) as odr
    from score_book
    group by observation_date
    order by observation_date

)

select * from totals;
