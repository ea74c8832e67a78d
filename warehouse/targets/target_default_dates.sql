-- One row per obligor that ever defaulted: the first day on which the written definition was met.
create or replace table target_default_dates as
with

-- The day after so many days past due: the first on which the count exceeds the limit.
overdue as (

    select
        facilities.obligor_id,
        add_days(repayments.due_date, $days_past_due_over + 1) as default_date,
        'days_past_due' as basis
    from stg_repayments as repayments
    inner join stg_facilities as facilities on repayments.facility_id = facilities.facility_id
    cross join stg_source
    where
        add_days(repayments.due_date, $days_past_due_over + 1) <= stg_source.data_end
        and (
            repayments.paid_date is null
            or repayments.paid_date > add_days(repayments.due_date, $days_past_due_over)
        )
        and repayments.amount_due
            - case when repayments.paid_date is null then repayments.amount_paid else 0 end
            >= $material_amount

),

-- An event counts from the day on which it became known.
events as (

    select
        obligor_id,
        published_date as default_date,
        'event' as basis
    from stg_credit_events
    where
        published_date is not null
        and is_among(event_type, $events)

),

-- A source that reports a default without its date.
undated as (

    select
        obligor_id,
        cast(null as date) as default_date,
        'undated' as basis
    from stg_credit_events
    where
        published_date is null
        and is_among(event_type, $events)

),

combined as (

    select * from overdue
    union all
    select * from events
    union all
    select * from undated

),

ranked as (

    select
        *,
        row_number() over (partition by obligor_id order by default_date nulls last, basis) as place
    from combined

),

first_defaults as (

    select
        obligor_id,
        default_date,
        basis
    from ranked
    where place = 1
    order by obligor_id

)

select * from first_defaults;
