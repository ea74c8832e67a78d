-- One row per version of the default policy and obligor that ever defaulted by it: the first day of default.
create or replace table target_default_dates as
with

-- The day after so many days past due: the first on which the count exceeds the limit.
overdue as (

    select
        policy_default.effective_from,
        facilities.obligor_id,
        add_days(repayments.due_date, policy_default.days_past_due_over + 1) as default_date,
        'days_past_due' as basis
    from stg_repayments as repayments
    inner join stg_facilities as facilities on repayments.facility_id = facilities.facility_id
    cross join stg_source
    cross join policy_default
    where
        add_days(repayments.due_date, policy_default.days_past_due_over + 1) <= stg_source.data_end
        and (
            repayments.paid_date is null
            or repayments.paid_date > add_days(repayments.due_date, policy_default.days_past_due_over)
        )
        and repayments.amount_due >= policy_default.material_amount

),

-- An event counts from the day on which it became known; a source without dates leaves it empty.
events as (

    select
        policy_default.effective_from,
        credit_events.obligor_id,
        case when stg_source.has_dated_defaults then credit_events.published_date end as default_date,
        case when stg_source.has_dated_defaults then 'event' else 'undated' end as basis
    from stg_credit_events as credit_events
    cross join stg_source
    cross join policy_default
    where
        is_among(credit_events.event_type, policy_default.events)
        and (credit_events.published_date is not null or not stg_source.has_dated_defaults)

),

combined as (

    select * from overdue
    union all
    select * from events

),

ranked as (

    select
        *,
        row_number() over (
            partition by effective_from, obligor_id
            order by default_date nulls last, basis
        ) as place
    from combined

),

first_defaults as (

    select
        effective_from,
        obligor_id,
        default_date,
        basis
    from ranked
    where place = 1
    order by effective_from, obligor_id

)

select * from first_defaults;
