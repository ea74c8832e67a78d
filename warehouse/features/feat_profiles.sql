-- One row per obligor in the book and observation date: who it was, as known by then.
create or replace table feat_profiles as
with

versions as (

    select
        *,
        max(valid_from) over (
            partition by obligor_id
            order by published_date, valid_from
            rows between unbounded preceding and current row
        ) as latest_valid_from
    from stg_obligors

),

-- A version that became known after a later one never replaces it.
leading_versions as (

    select
        *,
        coalesce(
            lead(published_date) over (partition by obligor_id order by published_date, valid_from),
            date '9999-12-31'
        ) as superseded_date
    from versions
    where valid_from = latest_valid_from

),

in_force as (

    select
        observations.obligor_id,
        observations.observation_date,
        versions.industry_code,
        substr(versions.industry_code, 1, 1) as industry_section,
        versions.region,
        versions.employees,
        days_between(versions.founded_date, observations.observation_date) as age_days
    from feat_observations as observations
    left join leading_versions as versions
        on observations.obligor_id = versions.obligor_id
        and versions.published_date <= observations.observation_date
        and versions.superseded_date > observations.observation_date
    order by observations.obligor_id, observations.observation_date

)

select * from in_force;
