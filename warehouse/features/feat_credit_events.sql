-- One row per obligor in the book and observation date: what became known by then of disputes, concessions and losses.
create or replace table feat_credit_events as
with

events as (

    select
        obligor_id,
        event_type,
        published_date
    from stg_credit_events
    where
        published_date <= window_end()
        and obligor_id in (select obligor_id from feat_frame_obligors)

),

counted as (

    select
        frame.obligor_id,
        frame.observation_date,
        count_where(
            events.event_type = 'litigation'
            and events.published_date > month_end_after(frame.observation_date, -12)
        ) as litigations,
        count_where(
            events.event_type = 'litigation'
            and events.published_date > month_end_after(frame.observation_date, -36)
        ) as litigations_of_three_years,
        count_where(
            events.event_type = 'distressed_restructuring'
            and events.published_date > month_end_after(frame.observation_date, -36)
        ) as restructurings_of_three_years,
        count_where(
            events.event_type = 'write_off'
            and events.published_date > month_end_after(frame.observation_date, -36)
        ) as write_offs_of_three_years,
        count_where(events.event_type = 'bankruptcy_filing') as bankruptcy_filings,
        count_where(events.event_type = 'reported_default') as reported_defaults,
        max(case when events.event_type = 'litigation' then month_number(events.published_date) end)
            as litigation_month,
        max(case when events.event_type = 'distressed_restructuring' then month_number(events.published_date) end)
            as restructuring_month
    from feat_frame as frame
    inner join events
        on frame.obligor_id = events.obligor_id
        and frame.observation_date >= events.published_date
    group by frame.obligor_id, frame.observation_date

),

-- Each kind by itself: before the source's first of a kind nothing is known of it, of anybody, whatever it tells of the others.
delivered as (

    select
        min(case when event_type = 'litigation' then published_date end) as litigation_date,
        min(case when event_type = 'distressed_restructuring' then published_date end) as restructuring_date,
        min(case when event_type = 'write_off' then published_date end) as write_off_date,
        min(case when event_type = 'bankruptcy_filing' then published_date end) as bankruptcy_date,
        min(case when event_type = 'reported_default' then published_date end) as reported_date
    from stg_credit_events

),

combined as (

    select
        frame.obligor_id,
        frame.observation_date,
        case when delivered.litigation_date <= frame.observation_date then coalesce(counted.litigations, 0) end
            as litigations,
        case
            when delivered.litigation_date <= frame.observation_date
                then coalesce(counted.litigations_of_three_years, 0)
        end as litigations_of_three_years,
        frame.month_number - counted.litigation_month as since_litigation_months,
        case
            when delivered.restructuring_date <= frame.observation_date
                then coalesce(counted.restructurings_of_three_years, 0)
        end as restructurings_of_three_years,
        frame.month_number - counted.restructuring_month as since_restructuring_months,
        case
            when delivered.write_off_date <= frame.observation_date
                then coalesce(counted.write_offs_of_three_years, 0)
        end as write_offs_of_three_years,
        case
            when delivered.bankruptcy_date <= frame.observation_date
                then coalesce(counted.bankruptcy_filings, 0) > 0
        end as has_bankruptcy_filing,
        case
            when delivered.reported_date <= frame.observation_date then coalesce(counted.reported_defaults, 0) > 0
        end as has_reported_default
    from feat_frame as frame
    cross join delivered
    left join counted
        on frame.obligor_id = counted.obligor_id
        and frame.observation_date = counted.observation_date

)

select * from combined;
