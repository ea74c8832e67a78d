-- One row per obligor in the book and observation date: what the performance window after it showed.
create or replace table target_default as
with

-- Each date is judged by the version of the policy in force on it.
observations as (

    select
        feat_observations.obligor_id,
        feat_observations.observation_date,
        policy_default.effective_from,
        policy_default.performance_window_months as window_months,
        policy_default.withdrawals,
        month_end_after(feat_observations.observation_date, policy_default.performance_window_months) as window_end,
        month_number(feat_observations.observation_date) as month_number,
        stg_source.data_end,
        stg_source.has_dated_defaults,
        coverage.is_known
    from feat_observations
    inner join policy_default
        on feat_observations.observation_date >= policy_default.effective_from
        and feat_observations.observation_date < policy_default.effective_until
    inner join stg_outcome_coverage as coverage on feat_observations.obligor_id = coverage.obligor_id
    cross join stg_source

),

-- From each default until the next, and before the first. Bounds are never empty, so that engines can join by comparing alone.
eras as (

    select
        effective_from,
        obligor_id,
        coalesce(default_date, date '9999-12-31') as from_date,
        coalesce(cured_date, date '9999-12-31') as cured_date,
        coalesce(
            lead(default_date) over (partition by effective_from, obligor_id order by spell_number), date '9999-12-31'
        ) as until_date
    from target_default_spells
    union all
    select
        effective_from,
        obligor_id,
        date '0001-01-01' as from_date,
        date '0001-01-01' as cured_date,
        coalesce(default_date, date '9999-12-31') as until_date
    from target_default_spells
    where spell_number = 1

),

departures as (

    select
        obligor_id,
        last_date,
        missed_date,
        coalesce(return_date, date '9999-12-31') as return_date
    from target_departures

),

joined as (

    select
        observations.*,
        eras.until_date as next_default_date,
        eras.obligor_id is not null as has_default,
        coalesce(observations.observation_date < eras.cured_date, false) as is_in_default,
        departures.last_date as left_date
    from observations
    left join eras
        on observations.obligor_id = eras.obligor_id
        and observations.effective_from = eras.effective_from
        and observations.observation_date >= eras.from_date
        and observations.observation_date < eras.until_date
    -- Left within the window and not back by its end.
    left join departures
        on observations.obligor_id = departures.obligor_id
        and observations.observation_date <= departures.last_date
        and observations.window_end >= departures.missed_date
        and observations.window_end < departures.return_date

),

watched as (

    select
        *,
        case when next_default_date <= window_end then next_default_date end as default_date,
        -- Whole months after the observation date that the data reach.
        greatest(month_number(add_days(data_end, 1)) - 1 - month_number, 0) as months_of_data
    from joined

),

-- Defaults that come early say nothing while the window is open: beside them stand no survivors yet.
judged as (

    select
        *,
        case
            when not is_known then 'unknown_coverage'
            when is_in_default then 'in_default'
            when not has_dated_defaults then 'undated'
            when window_end > data_end then 'open'
            when default_date is null and left_date is not null then 'withdrawn'
            else 'observed'
        end as outcome_status
    from watched

),

windowed as (

    select
        obligor_id,
        observation_date,
        is_in_default,
        default_date,
        case
            when outcome_status = 'undated' then has_default
            when outcome_status = 'observed' then default_date is not null
            when outcome_status = 'withdrawn' and withdrawals = 'count_as_survivor' then false
        end as defaulted,
        has_default and not has_dated_defaults as is_undated,
        outcome_status,
        case
            when outcome_status not in ('observed', 'open', 'withdrawn') then null
            when default_date is not null then month_number(default_date) - month_number
            when left_date is not null then least(month_number(left_date) - month_number, months_of_data)
            else least(window_months, months_of_data)
        end as months_observed
    from judged
    order by obligor_id, observation_date

)

select * from windowed;
