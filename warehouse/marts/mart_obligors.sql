-- One row per obligor in the book at the latest observation date.
create or replace table mart_obligors as
with

latest as (

    select max(observation_date) as observation_date from stg_calendar

),

-- The latest version of who it is, as known by then.
versions as (

    select
        obligors.obligor_id,
        obligors.name,
        obligors.registration_number,
        row_number() over (
            partition by obligors.obligor_id
            order by obligors.valid_from desc, obligors.published_date desc
        ) as place
    from stg_obligors as obligors
    cross join latest
    where obligors.published_date <= latest.observation_date

),

combined as (

    select
        pseudonyms.pseudonym,
        ratings.obligor_id,
        versions.name,
        versions.registration_number,
        ratings.observation_date,
        ratings.grade,
        ratings.grade_order,
        ratings.pd,
        before.grade as previous_grade,
        tiers.tier,
        tiers.contribution_score,
        tiers.potential_score,
        tiers.risk_score,
        profiles.industry_section,
        sizes.size_class,
        profiles.region,
        facilities.drawn,
        facilities."limit",
        repayments.days_past_due
    from score_ratings as ratings
    inner join latest on ratings.observation_date = latest.observation_date
    inner join score_pseudonyms as pseudonyms on ratings.obligor_id = pseudonyms.obligor_id
    inner join feat_profiles as profiles
        on ratings.obligor_id = profiles.obligor_id
        and ratings.observation_date = profiles.observation_date
    inner join feat_facilities as facilities
        on ratings.obligor_id = facilities.obligor_id
        and ratings.observation_date = facilities.observation_date
    inner join feat_repayments as repayments
        on ratings.obligor_id = repayments.obligor_id
        and ratings.observation_date = repayments.observation_date
    left join versions
        on ratings.obligor_id = versions.obligor_id
        and versions.place = 1
    left join score_tiers as tiers
        on ratings.obligor_id = tiers.obligor_id
        and ratings.observation_date = tiers.observation_date
    left join score_sizes as sizes
        on ratings.obligor_id = sizes.obligor_id
        and ratings.observation_date = sizes.observation_date
    left join score_ratings as before
        on ratings.obligor_id = before.obligor_id
        and before.observation_date = month_end_after(ratings.observation_date, -12)
    order by pseudonyms.pseudonym

)

select * from combined;
