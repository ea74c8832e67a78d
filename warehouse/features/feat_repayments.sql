-- One row per obligor in the book and observation date: how it paid, as known by then.
create or replace table feat_repayments as
with

observations as (

    select
        feat_frame.obligor_id,
        feat_frame.observation_date,
        feat_frame.month_number,
        month_end_after(feat_frame.observation_date, -12) as year_before,
        month_end_after(feat_frame.observation_date, -3) as quarter_before,
        policy_default.material_amount
    from feat_frame
    left join policy_default
        on feat_frame.observation_date >= policy_default.effective_from
        and feat_frame.observation_date < policy_default.effective_until

),

instalments as (

    select
        owners.obligor_id,
        repayments.due_date,
        month_number(repayments.due_date) as month_number,
        repayments.paid_date,
        repayments.amount_due
    from stg_repayments as repayments
    inner join facility_owners(stg_facilities) as owners
        on repayments.facility_id = owners.facility_id
        and repayments.due_date >= owners.known_date
    where
        repayments.due_date <= window_end()
        and owners.obligor_id in (select obligor_id from feat_frame_obligors)

),

first_due as (

    select
        obligor_id,
        min(due_date) as due_date
    from instalments
    group by obligor_id

),

counted as (

    select
        obligor_id,
        month_number,
        count(*) as instalments,
        sum(amount_due) as amount_due
    from instalments
    group by obligor_id, month_number

),

due as (

    select
        observations.obligor_id,
        observations.observation_date,
        sum(case when counted.month_number > observations.month_number - 12 then counted.instalments end) as instalments,
        sum(case when counted.month_number > observations.month_number - 3 then counted.instalments end)
            as recent_instalments,
        sum(case when counted.month_number > observations.month_number - 12 then counted.amount_due end) as amount_due,
        sum(case when counted.month_number <= observations.month_number - 12 then counted.amount_due end)
            as earlier_amount_due
    from observations
    inner join counted
        on observations.obligor_id = counted.obligor_id
        and counted.month_number between observations.month_number - 23 and observations.month_number
    group by observations.obligor_id, observations.observation_date

),

-- Instalments not paid on their day: of the year, of before and paid since, or still unpaid on the observation date.
late as (

    select
        observations.obligor_id,
        observations.observation_date,
        observations.year_before,
        observations.quarter_before,
        observations.material_amount,
        instalments.due_date,
        instalments.amount_due,
        instalments.paid_date is null or instalments.paid_date > observations.observation_date as is_unpaid,
        days_between(
            instalments.due_date,
            least(coalesce(instalments.paid_date, observations.observation_date), observations.observation_date)
        ) as days_late
    from observations
    inner join instalments
        on observations.obligor_id = instalments.obligor_id
        and instalments.due_date <= observations.observation_date
    where
        instalments.paid_date is null
        or instalments.paid_date > instalments.due_date

),

lateness as (

    select
        obligor_id,
        observation_date,
        max(case when is_unpaid and amount_due >= material_amount then days_late end) as days_past_due,
        max(
            case when (is_unpaid or due_date > year_before) and amount_due >= material_amount then days_late end
        ) as worst_days_late,
        count_where(due_date > year_before and amount_due >= material_amount) as late_of_year,
        count_where(due_date > quarter_before and amount_due >= material_amount) as late_of_quarter,
        count_where(due_date > year_before and amount_due >= material_amount and days_late > 30) as long_late_of_year,
        sum(case when due_date > year_before then days_late end) as days_late_of_year,
        sum(case when is_unpaid then amount_due end) as unpaid,
        max(case when amount_due >= material_amount then due_date end) as last_late_date
    from late
    group by obligor_id, observation_date

),

drawings as (

    select
        obligor_id,
        month_end as observation_date,
        sum(drawn) as drawn_amount
    from book_lines(stg_exposures, stg_facilities)
    where month_end between window_start(1) and window_end()
    group by obligor_id, month_end

),

combined as (

    select
        observations.obligor_id,
        observations.observation_date,
        case when first_due.obligor_id is not null then coalesce(lateness.days_past_due, 0) end as days_past_due,
        case when first_due.obligor_id is not null then coalesce(lateness.worst_days_late, 0) end as worst_days_late,
        ratio(coalesce(lateness.late_of_year, 0), due.instalments) as late_share,
        ratio(coalesce(lateness.late_of_quarter, 0), due.recent_instalments) as recent_late_share,
        ratio(coalesce(lateness.long_late_of_year, 0), due.instalments) as long_late_share,
        ratio(coalesce(lateness.days_late_of_year, 0), due.instalments) as average_late_days,
        days_between(lateness.last_late_date, observations.observation_date) as since_late_days,
        case when first_due.obligor_id is not null then ratio(coalesce(lateness.unpaid, 0), drawings.drawn_amount) end
            as unpaid_to_drawn_ratio,
        ratio(due.amount_due, drawings.drawn_amount) as debt_service_to_drawn_ratio,
        case
            when month_number(first_due.due_date) <= month_number(observations.observation_date) - 23
                then growth(due.amount_due, due.earlier_amount_due)
        end as debt_service_growth_rate
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
    left join drawings
        on observations.obligor_id = drawings.obligor_id
        and observations.observation_date = drawings.observation_date

)

select * from combined;
