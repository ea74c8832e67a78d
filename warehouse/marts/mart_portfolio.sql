-- One row per observation date.
create or replace table mart_portfolio as
with

book as (

    select
        ratings.observation_date,
        ratings.grade,
        ratings.pd,
        facilities.drawn,
        facilities."limit",
        targets.is_in_default,
        targets.defaulted
    from score_ratings as ratings
    inner join target_default as targets
        on ratings.obligor_id = targets.obligor_id
        and ratings.observation_date = targets.observation_date
    inner join feat_facilities as facilities
        on ratings.obligor_id = facilities.obligor_id
        and ratings.observation_date = facilities.observation_date

),

totals as (

    select
        observation_date,
        count(*) as obligors,
        count(pd) as rated,
        count(*) filter (where is_in_default) as in_default,
        cast(sum(cast(drawn as decimal(28, 2))) as double) as drawn,
        cast(sum(cast("limit" as decimal(28, 2))) as double) as "limit",
        cast(coalesce(sum_exact(pd), 0) as double) as expected_defaults,
        ratio(sum_exact(pd), count(pd)) as mean_pd,
        case when count(defaulted) > 0 then count(*) filter (where defaulted) end as defaults_observed,
        ratio(count(*) filter (where defaulted), count(defaulted)) as odr
    from book
    group by observation_date
    order by observation_date

)

select * from totals;
