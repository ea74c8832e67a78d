-- One row per obligor in the book and observation date: how it paid, as known by then.
create or replace table feat_repayments as
with

instalments as (

    select
        facilities.obligor_id,
        repayments.due_date,
        repayments.paid_date,
        repayments.amount_due
            - case when repayments.paid_date is null then repayments.amount_paid else 0 end as unpaid
    from stg_repayments as repayments
    inner join stg_facilities as facilities on repayments.facility_id = facilities.facility_id

),

late as (

    select * from instalments
    where
        (paid_date is null or paid_date > due_date)
        and unpaid >= $material_amount

),

counted as (

    select
        obligor_id,
        month_end(due_date) as month_end,
        count(*) as instalments
    from instalments
    group by obligor_id, month_end(due_date)

),

due as (

    select
        observations.obligor_id,
        observations.observation_date,
        sum(counted.instalments) as instalments
    from feat_observations as observations
    inner join counted
        on observations.obligor_id = counted.obligor_id
        and counted.month_end <= observations.observation_date
        and counted.month_end > month_end_after(observations.observation_date, -12)
    group by observations.obligor_id, observations.observation_date

),

lateness as (

    select
        observations.obligor_id,
        observations.observation_date,
        max(
            case
                when late.paid_date is null or late.paid_date > observations.observation_date
                    then days_between(late.due_date, observations.observation_date)
            end
        ) as days_past_due,
        max(
            days_between(
                late.due_date,
                least(coalesce(late.paid_date, observations.observation_date), observations.observation_date)
            )
        ) as worst_days_late,
        count(*) as late_instalments
    from feat_observations as observations
    inner join late
        on observations.obligor_id = late.obligor_id
        and late.due_date <= observations.observation_date
        and (
            late.due_date > month_end_after(observations.observation_date, -12)
            or late.paid_date is null
            or late.paid_date > observations.observation_date
        )
    group by observations.obligor_id, observations.observation_date

),

combined as (

    select
        observations.obligor_id,
        observations.observation_date,
        case when due.instalments is not null then coalesce(lateness.days_past_due, 0) end as days_past_due,
        case when due.instalments is not null then coalesce(lateness.worst_days_late, 0) end as worst_days_late,
        ratio(coalesce(lateness.late_instalments, 0), due.instalments) as late_share
    from feat_observations as observations
    left join due
        on observations.obligor_id = due.obligor_id
        and observations.observation_date = due.observation_date
    left join lateness
        on observations.obligor_id = lateness.obligor_id
        and observations.observation_date = lateness.observation_date
    order by observations.obligor_id, observations.observation_date

)

select * from combined;
