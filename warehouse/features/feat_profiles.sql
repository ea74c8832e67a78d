-- One row per obligor in the book and observation date: who it was, as known by then.
create or replace table feat_profiles as
with

obligors as (

    select
        obligor_id as entity_id,
        obligors.*
    from stg_obligors as obligors

),

versions as (

    select * from leading_versions(obligors)

),

in_force as (

    select * from latest_known(feat_frame, versions)

),

-- a year before, as it was known then

frame_before as (

    select
        obligor_id,
        month_end_after(observation_date, -12) as observation_date
    from feat_frame

),

in_force_before as (

    select
        obligor_id,
        month_end_after(observation_date, 12) as observation_date,
        employees
    from latest_known(frame_before, versions)

),

-- changes: each version against the one that led before it

followed as (

    select
        obligor_id,
        known_date,
        name,
        industry_code,
        ownership,
        coalesce(parent_id, '') as parent_id,
        lag(name) over (partition by obligor_id order by known_date) as name_before,
        lag(industry_code) over (partition by obligor_id order by known_date) as industry_before,
        lag(ownership) over (partition by obligor_id order by known_date) as ownership_before,
        lag(coalesce(parent_id, '')) over (partition by obligor_id order by known_date) as parent_before
    from versions

),

changes as (

    select
        obligor_id,
        month_number(known_date) as month_number,
        count_where(name <> name_before) as names,
        count_where(industry_code <> industry_before) as industries,
        count_where(ownership <> ownership_before or parent_id <> parent_before) as owners
    from followed
    where
        name <> name_before
        or industry_code <> industry_before
        or ownership <> ownership_before
        or parent_id <> parent_before
    group by obligor_id, month_number(known_date)

),

changed as (

    select
        frame.obligor_id,
        frame.observation_date,
        sum(changes.names) as names,
        sum(changes.industries) as industries,
        sum(changes.owners) as owners
    from feat_frame as frame
    inner join changes
        on frame.obligor_id = changes.obligor_id
        and changes.month_number between frame.month_number - 23 and frame.month_number
    group by frame.obligor_id, frame.observation_date

),

-- who belongs together

group_dates as (

    select distinct
        group_id,
        observation_date
    from in_force
    where group_id is not null

),

group_sizes as (

    select
        group_dates.group_id,
        group_dates.observation_date,
        count(*) as members
    from group_dates
    inner join versions
        on group_dates.group_id = versions.group_id
        and versions.known_date <= group_dates.observation_date
        and versions.superseded_date > group_dates.observation_date
    group by group_dates.group_id, group_dates.observation_date

),

controlled as (

    select
        frame.obligor_id,
        frame.observation_date,
        count(*) as obligors
    from feat_frame as frame
    inner join versions
        on frame.obligor_id = versions.parent_id
        and frame.obligor_id <> versions.obligor_id
        and versions.known_date <= frame.observation_date
        and versions.superseded_date > frame.observation_date
    group by frame.obligor_id, frame.observation_date

),

combined as (

    select
        frame.obligor_id,
        frame.observation_date,
        in_force.name,
        in_force.registration_number,
        in_force.industry_code,
        substr(in_force.industry_code, 1, 1) as industry_section,
        in_force.region,
        in_force.employees,
        growth(in_force.employees, in_force_before.employees) as employees_growth_rate,
        case
            when in_force.founded_date <= frame.observation_date
                then days_between(in_force.founded_date, frame.observation_date)
        end as age_days,
        case
            when in_force.onboarded_date <= frame.observation_date
                then days_between(in_force.founded_date, in_force.onboarded_date)
        end as age_at_onboarding_days,
        days_between(in_force.valid_from, frame.observation_date) as profile_age_days,

        -- qualification
        in_force.technology_qualification = 'high_tech' as is_high_tech,
        in_force.technology_qualification = 'specialised_sme' as is_specialised_sme,

        -- owners
        in_force.ownership = 'state' as is_state_owned,
        in_force.ownership = 'foreign' as is_foreign_owned,
        in_force.ownership = 'listed' as is_listed,
        case when in_force.obligor_id is not null then in_force.parent_id is not null end as has_parent,
        group_sizes.members as group_members,
        case when in_force.obligor_id is not null then coalesce(controlled.obligors, 0) end as controlled_obligors,

        -- changes
        case when in_force.obligor_id is not null then cast(coalesce(changed.names, 0) as bigint) end as name_changes,
        case
            when in_force.obligor_id is not null then cast(coalesce(changed.industries, 0) as bigint)
        end as industry_changes,
        case when in_force.obligor_id is not null then cast(coalesce(changed.owners, 0) as bigint) end as owner_changes
    from feat_frame as frame
    left join in_force
        on frame.obligor_id = in_force.obligor_id
        and frame.observation_date = in_force.observation_date
    left join in_force_before
        on frame.obligor_id = in_force_before.obligor_id
        and frame.observation_date = in_force_before.observation_date
    left join changed
        on frame.obligor_id = changed.obligor_id
        and frame.observation_date = changed.observation_date
    left join group_sizes
        on in_force.group_id = group_sizes.group_id
        and in_force.observation_date = group_sizes.observation_date
    left join controlled
        on frame.obligor_id = controlled.obligor_id
        and frame.observation_date = controlled.observation_date

)

select * from combined;
