-- One row per yearly observation date, industry section and size class.
create or replace table mart_segments as
with

yearly as (

    select observation_date
    from stg_calendar
    where month(observation_date) = (select month(max(observation_date)) from stg_calendar)

),

book as (

    select
        ratings.observation_date,
        coalesce(profiles.industry_section, 'unknown') as industry_section,
        coalesce(sizes.size_class, 'unknown') as size_class,
        ratings.pd,
        facilities.drawn,
        targets.defaulted
    from score_ratings as ratings
    inner join yearly on ratings.observation_date = yearly.observation_date
    inner join target_default as targets
        on ratings.obligor_id = targets.obligor_id
        and ratings.observation_date = targets.observation_date
    inner join feat_facilities as facilities
        on ratings.obligor_id = facilities.obligor_id
        and ratings.observation_date = facilities.observation_date
    inner join feat_profiles as profiles
        on ratings.obligor_id = profiles.obligor_id
        and ratings.observation_date = profiles.observation_date
    left join score_sizes as sizes
        on ratings.obligor_id = sizes.obligor_id
        and ratings.observation_date = sizes.observation_date

),

totals as (

    select
        observation_date,
        industry_section,
        size_class,
        count(*) as obligors,
        count(pd) as rated,
        cast(sum(cast(drawn as decimal(28, 2))) as double) as drawn,
        cast(coalesce(sum_exact(pd), 0) as double) as expected_defaults,
        ratio(sum_exact(pd), count(pd)) as mean_pd,
        case when count(defaulted) > 0 then count(*) filter (where defaulted) end as defaults_observed,
        ratio(count(*) filter (where defaulted), count(defaulted)) as odr
    from book
    group by observation_date, industry_section, size_class
    order by observation_date, industry_section, size_class

)

select * from totals;
