-- One row per policy version, obligor, day and cause: every day on which the definition of default is met anew.
create or replace table target_default_triggers as
with

-- Days past due exceed the limit after so many days of an unbroken run.
past_due as (

    select
        overdue.effective_from,
        overdue.obligor_id,
        add_days(overdue.first_date, policy_default.days_past_due_over) as trigger_date,
        'days_past_due' as cause
    from target_overdue_spells as overdue
    inner join policy_default on overdue.effective_from = policy_default.effective_from
    cross join stg_source
    where
        overdue.measure = 'material'
        and add_days(overdue.first_date, policy_default.days_past_due_over)
        <= coalesce(overdue.last_date, stg_source.data_end)

),

-- An event counts from the day on which it became known.
events as (

    select
        policy_default.effective_from,
        credit_events.obligor_id,
        credit_events.published_date as trigger_date,
        credit_events.event_type as cause
    from stg_credit_events as credit_events
    cross join stg_source
    cross join policy_default
    where
        is_among(credit_events.event_type, policy_default.events)
        and stg_source.has_dated_defaults
        and credit_events.published_date <= stg_source.data_end

),

-- Instalments that were late side by side, and events told twice, are one.
combined as (

    select * from past_due
    union
    select * from events
    order by effective_from, obligor_id, trigger_date, cause

)

select * from combined;
