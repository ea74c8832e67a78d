-- One row per obligor in the book and observation date: what the performance window after it showed.
create or replace table target_default as
with

-- Each date is judged by the version of the policy in force on it.
observations as (

    select
        feat_observations.obligor_id,
        feat_observations.observation_date,
        policy_default.effective_from,
        month_end_after(feat_observations.observation_date, policy_default.performance_window_months) as window_end,
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

joined as (

    select
        observations.*,
        defaults.default_date as first_default_date,
        defaults.obligor_id is not null as has_default,
        coalesce(defaults.default_date <= observations.observation_date, false) as is_in_default
    from observations
    left join target_default_dates as defaults
        on observations.obligor_id = defaults.obligor_id
        and observations.effective_from = defaults.effective_from

),

windowed as (

    select
        obligor_id,
        observation_date,
        is_in_default,
        case when first_default_date > observation_date and first_default_date <= window_end then first_default_date end
            as default_date,
        -- Null where the outcome is unknown, where the obligor is in default already, and while the window is open:
        -- defaults that have come early would otherwise stand beside no survivors.
        case
            when not is_known or is_in_default then null
            when not has_dated_defaults then has_default
            when window_end <= data_end
                then coalesce(first_default_date > observation_date and first_default_date <= window_end, false)
        end as defaulted,
        has_default and not has_dated_defaults as is_undated
    from joined
    order by obligor_id, observation_date

)

select * from windowed;
