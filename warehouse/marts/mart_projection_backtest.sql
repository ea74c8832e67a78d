-- One row per basis, year of projection and quarter ahead.
create or replace table mart_projection_backtest as
with

counted as (

    select
        basis,
        cast(year(observation_date) as integer) as "year",
        quarter,
        sample,
        cast(sum(outcomes) as bigint) as outcomes,
        cast(sum(inside) as bigint) as inside,
        cast(sum(below) as bigint) as below,
        max(nominal_share) as nominal_share,
        sum_exact(bias_ratio * outcomes) as bias,
        sum_exact(error_ratio * outcomes) as error,
        sum_exact(naive_error_ratio * outcomes) as naive_error,
        sum(case when naive_error_ratio is not null then outcomes end) as naive_outcomes
    from score_projection_backtest
    group by basis, year(observation_date), quarter, sample

),

measured as (

    select
        basis,
        "year",
        quarter,
        sample,
        outcomes,
        inside,
        below,
        nominal_share,
        ratio(inside, outcomes) as coverage_share,
        ratio(bias, outcomes) as bias_ratio,
        ratio(error, outcomes) as error_ratio,
        ratio(naive_error, naive_outcomes) as naive_error_ratio
    from counted

)

select * from measured
order by basis, "year", quarter;
