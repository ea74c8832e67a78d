-- One row per obligor in the book and observation date: how it paid, as known by then.
create or replace table feat_repayments as
with

observations as (

    select
        feat_observations.obligor_id,
        feat_observations.observation_date,
        month_end_after(feat_observations.observation_date, -12) as year_before,
        policy_default.material_amount
    from feat_observations
    inner join policy_default
        on feat_observations.observation_date >= policy_default.effective_from
        and feat_observations.observation_date < policy_default.effective_until

),

instalments as (

    select
        facilities.obligor_id,
        repayments.due_date,
        repayments.paid_date,
        repayments.amount_due
    from stg_repayments as repayments
    inner join stg_facilities as facilities on repayments.facility_id = facilities.facility_id

),

counted as (

    select
        obligor_id,
        month_number(due_date) as month_number,
        count(*) as instalments
    from instalments
    group by obligor_id, month_number(due_date)

),

first_due as (

    select
        obligor_id,
        min(due_date) as due_date
    from instalments
    group by obligor_id

),

due as (

    select
        observations.obligor_id,
        observations.observation_date,
        sum(counted.instalments) as instalments
    from observations
    inner join counted
        on observations.obligor_id = counted.obligor_id
        and counted.month_number <= month_number(observations.observation_date)
        and counted.month_number > month_number(observations.observation_date) - 12
    group by observations.obligor_id, observations.observation_date

),

lateness as (

    select
        observations.obligor_id,
        observations.observation_date,
        max(days_between(late.due_date, observations.observation_date)) filter (
            where late.paid_date is null or late.paid_date > observations.observation_date
        ) as days_past_due,
        max(
            days_between(
                late.due_date,
                least(coalesce(late.paid_date, observations.observation_date), observations.observation_date)
            )
        ) as worst_days_late,
        count(*) filter (where late.due_date > observations.year_before) as late_of_year
    from observations
    inner join instalments as late
        on observations.obligor_id = late.obligor_id
        and late.due_date <= observations.observation_date
        and late.amount_due >= observations.material_amount
    where
        (late.paid_date is null or late.paid_date > late.due_date)
        and (
            late.due_date > observations.year_before
            or late.paid_date is null
            or late.paid_date > observations.observation_date
        )
    group by observations.obligor_id, observations.observation_date

),

combined as (

    select
        observations.obligor_id,
        observations.observation_date,
        case when first_due.obligor_id is not null then coalesce(lateness.days_past_due, 0) end as days_past_due,
        case when first_due.obligor_id is not null then coalesce(lateness.worst_days_late, 0) end as worst_days_late,
        ratio(coalesce(lateness.late_of_year, 0), due.instalments) as late_share
    from observations
    left join first_due
        on observations.obligor_id = first_due.obligor_id
        and first_due.due_date <= observations.observation_date
    left join due
        on observations.obligor_id = due.obligor_id
        and observations.observation_date = due.observation_date
    left join lateness
        on observations.obligor_id = lateness.obligor_id
        and observations.observation_date = lateness.observation_date
    order by observations.obligor_id, observations.observation_date

)

select * from combined;
