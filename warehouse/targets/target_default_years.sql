-- One row per obligor in the book and observation date: in which of the five years after it the first default came, and how many were seen.
create or replace table target_default_years as
with

horizon as (

    select 5 as years

),

observations as (

    select
        targets.obligor_id,
        targets.observation_date,
        targets.outcome_status not in ('unknown_coverage', 'in_default', 'undated') as is_at_risk,
        policy_default.effective_from,
        policy_default.withdrawals,
        month_number(targets.observation_date) as month_number,
        stg_source.data_end
    from target_default as targets
    inner join policy_default
        on targets.observation_date >= policy_default.effective_from
        and targets.observation_date < policy_default.effective_until
    cross join stg_source

),

ordered_spells as (

    select
        effective_from,
        obligor_id,
        default_date,
        coalesce(
            lag(default_date) over (partition by effective_from, obligor_id order by default_date), date '0001-01-01'
        ) as previous_default_date
    from target_default_spells
    where default_date is not null

),

-- Where departures end the watching: the first year at whose end the obligor is away is not seen.
missed as (

    select
        observations.obligor_id,
        observations.observation_date,
        cast(
            ceil((month_number(departures.missed_date) - observations.month_number) / cast(12 as double)) as integer
        ) as missed_year,
        departures.return_date
    from observations
    inner join target_departures as departures
        on observations.obligor_id = departures.obligor_id
        and departures.last_date >= observations.observation_date
    where observations.withdrawals = 'exclude'

),

censored as (

    select
        obligor_id,
        observation_date,
        min(missed_year) - 1 as years_in_book
    from missed
    where return_date is null or return_date > month_end_after(observation_date, 12 * missed_year)
    group by obligor_id, observation_date

),

joined as (

    select
        observations.*,
        cast(
            ceil((month_number(spells.default_date) - observations.month_number) / cast(12 as double)) as integer
        ) as default_year,
        cast(
            floor(
                greatest(month_number(add_days(observations.data_end, 1)) - 1 - observations.month_number, 0)
                / cast(12 as double)
            ) as integer
        ) as years_of_data,
        censored.years_in_book
    from observations
    left join ordered_spells as spells
        on observations.obligor_id = spells.obligor_id
        and observations.effective_from = spells.effective_from
        and observations.observation_date < spells.default_date
        and observations.observation_date >= spells.previous_default_date
    left join censored
        on observations.obligor_id = censored.obligor_id
        and observations.observation_date = censored.observation_date

),

-- A year counts when it is over, for its defaulters as for its survivors; default ends the watching, whoever has left.
counted as (

    select
        joined.obligor_id,
        joined.observation_date,
        joined.is_at_risk,
        joined.default_year <= least(joined.years_of_data, horizon.years) as has_default,
        joined.default_year,
        least(joined.years_of_data, coalesce(joined.years_in_book, horizon.years), horizon.years) as years_without
    from joined
    cross join horizon

),

windowed as (

    select
        obligor_id,
        observation_date,
        case when is_at_risk and has_default then default_year end as default_year,
        case when is_at_risk then case when has_default then default_year else years_without end end as years_observed
    from counted
    order by obligor_id, observation_date

)

select * from windowed;
