-- One row per policy version, obligor and default: from its first day until it was cured.
create or replace table target_default_spells as
with

forever as (

    select date '9999-12-31' as day

),

triggers as (

    select
        triggers.effective_from,
        triggers.obligor_id,
        triggers.trigger_date,
        triggers.cause,
        case when triggers.cause = 'days_past_due' then 'days_past_due' else 'event' end as basis,
        is_among(triggers.cause, policy_default.incurable_events) as is_incurable
    from target_default_triggers as triggers
    inner join policy_default on triggers.effective_from = policy_default.effective_from

),

-- Days on which no probation can run: something is overdue, or an event becomes known.
unquiet as (

    select
        overdue.effective_from,
        overdue.obligor_id,
        overdue.first_date,
        coalesce(overdue.last_date, forever.day) as last_date
    from target_overdue_spells as overdue
    inner join (
        select distinct effective_from, obligor_id
        from triggers
    ) as triggered
        on overdue.effective_from = triggered.effective_from
        and overdue.obligor_id = triggered.obligor_id
    cross join forever
    where overdue.measure = 'any'
    union all
    select
        triggers.effective_from,
        triggers.obligor_id,
        triggers.trigger_date as first_date,
        case when triggers.is_incurable then forever.day else triggers.trigger_date end as last_date
    from triggers
    cross join forever

),

marked as (

    select
        *,
        case
            when first_date > max(last_date) over (
                partition by effective_from, obligor_id
                order by first_date, last_date
                rows between unbounded preceding and 1 preceding
            ) then 1
            else 0
        end as is_new
    from unquiet

),

numbered as (

    select
        *,
        sum(is_new) over (
            partition by effective_from, obligor_id
            order by first_date, last_date
            rows between unbounded preceding and current row
        ) as stretch
    from marked

),

stretches as (

    select
        effective_from,
        obligor_id,
        stretch,
        min(first_date) as first_date,
        max(last_date) as last_date
    from numbered
    group by effective_from, obligor_id, stretch

),

-- Quiet days after each stretch, before the next or the end of the data.
quiet as (

    select
        stretches.*,
        days_between(
            stretches.last_date,
            coalesce(
                lead(stretches.first_date) over (
                    partition by stretches.effective_from, stretches.obligor_id
                    order by stretches.first_date
                ),
                stg_source.data_end
            )
        ) - 1 as quiet_days,
        policy_default.cure_days,
        policy_default.restructuring_cure_days
    from stretches
    inner join policy_default on stretches.effective_from = policy_default.effective_from
    cross join stg_source

),

-- The first pause that is as long as the probation ends a default on the day after it; a shorter one starts it anew.
releases as (

    select
        effective_from,
        obligor_id,
        first_date,
        last_date,
        min(case when quiet_days >= cure_days then add_days(last_date, cure_days + 1) end) over onwards as release_date,
        min(case when quiet_days >= restructuring_cure_days then add_days(last_date, restructuring_cure_days + 1) end)
            over onwards as restructuring_release_date
    from quiet
    window onwards as (
        partition by effective_from, obligor_id
        order by first_date
        rows between current row and unbounded following
    )

),

held as (

    select
        triggers.effective_from,
        triggers.obligor_id,
        triggers.trigger_date,
        triggers.basis,
        coalesce(
            case
                when triggers.cause = 'distressed_restructuring' then releases.restructuring_release_date
                else releases.release_date
            end,
            forever.day
        ) as release_date
    from triggers
    inner join releases
        on triggers.effective_from = releases.effective_from
        and triggers.obligor_id = releases.obligor_id
        and triggers.trigger_date between releases.first_date and releases.last_date
    cross join forever

),

-- A trigger that comes while an earlier one holds belongs to the same default.
begun as (

    select
        *,
        case
            when trigger_date < max(release_date) over (
                partition by effective_from, obligor_id
                order by trigger_date, basis, release_date
                rows between unbounded preceding and 1 preceding
            ) then 0
            else 1
        end as is_new
    from held

),

joined as (

    select
        *,
        sum(is_new) over (
            partition by effective_from, obligor_id
            order by trigger_date, basis, release_date
            rows between unbounded preceding and current row
        ) as spell_number
    from begun

),

dated as (

    select
        effective_from,
        obligor_id,
        cast(spell_number as integer) as spell_number,
        min(trigger_date) as default_date,
        max(release_date) as release_date,
        min(case when is_new = 1 then basis end) as basis
    from joined
    group by effective_from, obligor_id, spell_number

),

-- A source without dates says only who defaulted.
undated as (

    select distinct
        policy_default.effective_from,
        credit_events.obligor_id
    from stg_credit_events as credit_events
    cross join stg_source
    cross join policy_default
    where
        is_among(credit_events.event_type, policy_default.events)
        and not stg_source.has_dated_defaults

),

spells as (

    select
        dated.effective_from,
        dated.obligor_id,
        dated.spell_number,
        dated.default_date,
        nullif(dated.release_date, forever.day) as cured_date,
        dated.basis
    from dated
    cross join forever
    union all
    select
        undated.effective_from,
        undated.obligor_id,
        1 as spell_number,
        null as default_date,
        null as cured_date,
        'undated' as basis
    from undated
    left join dated
        on undated.effective_from = dated.effective_from
        and undated.obligor_id = dated.obligor_id
    where dated.obligor_id is null
    order by effective_from, obligor_id, spell_number

)

select * from spells;
