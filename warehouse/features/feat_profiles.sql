-- One row per obligor in the book and observation date: who it was, as known by then.
create or replace table feat_profiles as
with

-- The latest version that holds on the date, among those known by then: one announced ahead waits for its day.
ranked as (

    select
        observations.observation_date,
        obligors.*,
        row_number() over (
            partition by observations.obligor_id, observations.observation_date
            order by obligors.valid_from desc, obligors.published_date desc
        ) as place
    from feat_observations as observations
    inner join stg_obligors as obligors
        on observations.obligor_id = obligors.obligor_id
        and obligors.published_date <= observations.observation_date
        and obligors.valid_from <= observations.observation_date

),

in_force as (

    select
        observations.obligor_id,
        observations.observation_date,
        ranked.name,
        ranked.registration_number,
        ranked.industry_code,
        substr(ranked.industry_code, 1, 1) as industry_section,
        ranked.region,
        ranked.employees,
        days_between(ranked.founded_date, observations.observation_date) as age_days
    from feat_observations as observations
    left join ranked
        on observations.obligor_id = ranked.obligor_id
        and observations.observation_date = ranked.observation_date
        and ranked.place = 1
    order by observations.obligor_id, observations.observation_date

)

select * from in_force;
