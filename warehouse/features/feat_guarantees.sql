-- One row per obligor in the book and observation date: who answers for it, for whom it answers, and how these stand.
create or replace table feat_guarantees as
with

agreements as (

    select
        facility_id,
        obligor_id,
        known_date
    from facility_owners(stg_facilities)
    where known_date <= window_end()

),

-- A guarantee is known once it and its facility are.
guarantees as (

    select
        guarantees.guarantee_id,
        guarantees.facility_id,
        guarantees.guarantor_id,
        agreements.obligor_id,
        guarantees.type,
        guarantees.amount as guaranteed_amount,
        greatest(guarantees.valid_from, agreements.known_date) as known_date,
        coalesce(guarantees.valid_until, date '9999-12-31') as until_date
    from stg_guarantees as guarantees
    inner join agreements on guarantees.facility_id = agreements.facility_id
    where
        guarantees.valid_from <= window_end()
        and (
            agreements.obligor_id in (select obligor_id from feat_frame_obligors)
            or guarantees.guarantor_id in (select obligor_id from feat_frame_obligors)
        )

),

exposures as (

    select
        facility_id,
        obligor_id,
        month_end as observation_date,
        drawn as drawn_amount,
        days_past_due
    from book_lines(stg_exposures, stg_facilities)
    where month_end between window_start(1) and window_end()

),

-- Guarantees of what is outstanding, while they hold; none answers for more than that.
in_force as (

    select
        exposures.obligor_id,
        exposures.observation_date,
        exposures.facility_id,
        exposures.drawn_amount,
        guarantees.guarantor_id,
        guarantees.type,
        least(coalesce(guarantees.guaranteed_amount, exposures.drawn_amount), exposures.drawn_amount) as guaranteed_amount
    from exposures
    inner join guarantees
        on exposures.facility_id = guarantees.facility_id
        and exposures.observation_date >= guarantees.known_date
        and exposures.observation_date <= guarantees.until_date

),

standing as (

    select
        obligor_id,
        observation_date,
        max(days_past_due) as days_past_due,
        sum(drawn_amount) as drawn_amount
    from exposures
    group by obligor_id, observation_date

),

-- Before the source's first guarantee nothing is known of any.
delivered as (

    select min(valid_from) as first_date from stg_guarantees

),

failures as (

    select
        policy_default.effective_from,
        policy_default.effective_until,
        credit_events.obligor_id,
        min(credit_events.published_date) as failed_date
    from stg_credit_events as credit_events
    inner join policy_default on is_among(credit_events.event_type, policy_default.events)
    where credit_events.published_date <= window_end()
    group by policy_default.effective_from, policy_default.effective_until, credit_events.obligor_id

),

-- How a guarantor stands is known of those in the book, and of those that failed.
judged as (

    select
        in_force.obligor_id,
        in_force.observation_date,
        in_force.facility_id,
        in_force.drawn_amount,
        in_force.guarantor_id,
        in_force.type,
        in_force.guaranteed_amount,
        case
            when standing.days_past_due > 30 then 1
            when standing.obligor_id is not null then 0
        end as is_late,
        case
            when failures.failed_date <= in_force.observation_date then 1
            when standing.obligor_id is not null then 0
        end as has_failed
    from in_force
    left join standing
        on in_force.guarantor_id = standing.obligor_id
        and in_force.observation_date = standing.observation_date
    left join failures
        on in_force.guarantor_id = failures.obligor_id
        and in_force.observation_date >= failures.effective_from
        and in_force.observation_date < failures.effective_until

),

covered as (

    select
        obligor_id,
        observation_date,
        facility_id,
        least(max(drawn_amount), sum(guaranteed_amount)) as covered_amount
    from judged
    group by obligor_id, observation_date, facility_id

),

cover as (

    select
        obligor_id,
        observation_date,
        sum(covered_amount) as covered_amount
    from covered
    group by obligor_id, observation_date

),

guarantors as (

    select
        obligor_id,
        observation_date,
        count(distinct guarantor_id) as guarantors,
        count_where(type = 'joint') as joint_guarantees,
        count(type) as typed_guarantees,
        case when count(is_late) > 0 then count(distinct case when is_late = 1 then guarantor_id end) end
            as late_guarantors,
        case when count(has_failed) > 0 then count(distinct case when has_failed = 1 then guarantor_id end) end
            as failed_guarantors
    from judged
    group by obligor_id, observation_date

),

given as (

    select
        in_force.guarantor_id as obligor_id,
        in_force.observation_date,
        sum(in_force.guaranteed_amount) as guaranteed_amount,
        count(distinct case when standing.days_past_due > 30 then in_force.obligor_id end) as late_obligors
    from in_force
    left join standing
        on in_force.obligor_id = standing.obligor_id
        and in_force.observation_date = standing.observation_date
    where in_force.guarantor_id <> in_force.obligor_id
    group by in_force.guarantor_id, in_force.observation_date

),

combined as (

    select
        frame.obligor_id,
        frame.observation_date,
        case when delivered.first_date is not null then coalesce(guarantors.guarantors, 0) end as guarantors,
        case
            when delivered.first_date is not null
                then ratio(coalesce(cover.covered_amount, 0), standing.drawn_amount)
        end as guarantee_cover_share,
        ratio(guarantors.joint_guarantees, guarantors.typed_guarantees) as joint_guarantee_share,
        guarantors.late_guarantors,
        case when source.has_dated_defaults then guarantors.failed_guarantors end as failed_guarantors,
        case
            when delivered.first_date is not null
                then ratio(coalesce(given.guaranteed_amount, 0), standing.drawn_amount)
        end as guarantees_given_to_drawn_ratio,
        given.late_obligors as late_guaranteed_obligors
    from feat_frame as frame
    cross join stg_source as source
    left join delivered on frame.observation_date >= delivered.first_date
    left join standing
        on frame.obligor_id = standing.obligor_id
        and frame.observation_date = standing.observation_date
    left join cover
        on frame.obligor_id = cover.obligor_id
        and frame.observation_date = cover.observation_date
    left join guarantors
        on frame.obligor_id = guarantors.obligor_id
        and frame.observation_date = guarantors.observation_date
    left join given
        on frame.obligor_id = given.obligor_id
        and frame.observation_date = given.observation_date

)

select * from combined;
