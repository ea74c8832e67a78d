-- One row per obligor in the book and observation date: everything that marts count by, joined once.
create or replace table score_book as
with

yearly as (

    select month(max(observation_date)) as month
    from stg_calendar

),

joined as (

    select
        ratings.obligor_id,
        ratings.observation_date,
        month(ratings.observation_date) = yearly.month as is_yearly,
        ratings.grade,
        ratings.grade_order,
        ratings.pd,
        targets.is_in_default,
        targets.defaulted,
        tiers.tier,
        tiers.contribution_score,
        tiers.potential_score,
        tiers.risk_score,
        sizes.size_class,
        profiles.industry_section,
        profiles.region,
        cast(facilities.drawn as decimal(18, 2)) as drawn,
        cast(facilities."limit" as decimal(18, 2)) as "limit"
    from score_ratings as ratings
    cross join yearly
    inner join target_default as targets
        on ratings.obligor_id = targets.obligor_id
        and ratings.observation_date = targets.observation_date
    inner join feat_facilities as facilities
        on ratings.obligor_id = facilities.obligor_id
        and ratings.observation_date = facilities.observation_date
    inner join feat_profiles as profiles
        on ratings.obligor_id = profiles.obligor_id
        and ratings.observation_date = profiles.observation_date
    left join score_tiers as tiers
        on ratings.obligor_id = tiers.obligor_id
        and ratings.observation_date = tiers.observation_date
    left join score_sizes as sizes
        on ratings.obligor_id = sizes.obligor_id
        and ratings.observation_date = sizes.observation_date
    order by ratings.observation_date, ratings.obligor_id

)

select * from joined;
