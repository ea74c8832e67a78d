-- One row per obligor in the book and observation date: what was ordered of it, and whether it delivers as promised.
create or replace table feat_orders as
with

orders as (

    select
        obligor_id,
        order_date,
        promised_date,
        delivered_date,
        cancelled_date,
        least(
            coalesce(delivered_date, add_days(window_end(), 1)),
            coalesce(cancelled_date, add_days(window_end(), 1))
        ) as closed_date,
        amount
    from stg_orders
    where
        order_date <= window_end()
        and obligor_id in (select obligor_id from feat_frame_obligors)

),

histories as (

    select
        obligor_id,
        min(month_number(order_date)) as first_month
    from orders
    group by obligor_id

),

backlogs as (

    select
        frame.obligor_id,
        frame.observation_date,
        sum(orders.amount) as backlog,
        sum(case when orders.promised_date < frame.observation_date then orders.amount else 0 end) as late
    from feat_frame as frame
    inner join orders
        on frame.obligor_id = orders.obligor_id
        and orders.order_date <= frame.observation_date
        and orders.closed_date > frame.observation_date
    group by frame.obligor_id, frame.observation_date

),

monthly as (

    select
        obligor_id,
        month_number(order_date) as month_number,
        amount as ordered,
        amount * days_between(order_date, promised_date) as ordered_by_lead,
        0 as delivered,
        0 as delivered_by_delay,
        0 as delivered_late,
        0 as cancelled
    from orders
    where order_date >= window_start(24)
    union all
    select
        obligor_id,
        month_number(delivered_date) as month_number,
        0 as ordered,
        0 as ordered_by_lead,
        amount as delivered,
        amount * greatest(days_between(promised_date, delivered_date), 0) as delivered_by_delay,
        case when delivered_date > promised_date then amount else 0 end as delivered_late,
        0 as cancelled
    from orders
    where
        delivered_date = closed_date
        and delivered_date between window_start(24) and window_end()
    union all
    select
        obligor_id,
        month_number(cancelled_date) as month_number,
        0 as ordered,
        0 as ordered_by_lead,
        0 as delivered,
        0 as delivered_by_delay,
        0 as delivered_late,
        amount as cancelled
    from orders
    where
        cancelled_date = closed_date
        and coalesce(delivered_date > cancelled_date, true)
        and cancelled_date between window_start(24) and window_end()

),

grouped as (

    select
        obligor_id,
        month_number,
        sum(ordered) as ordered,
        sum(ordered_by_lead) as ordered_by_lead,
        sum(delivered) as delivered,
        sum(delivered_by_delay) as delivered_by_delay,
        sum(delivered_late) as delivered_late,
        sum(cancelled) as cancelled
    from monthly
    group by obligor_id, month_number

),

aged as (

    select
        frame.obligor_id,
        frame.observation_date,
        frame.month_number - grouped.month_number as age,
        grouped.ordered,
        grouped.ordered_by_lead,
        grouped.delivered,
        grouped.delivered_by_delay,
        grouped.delivered_late,
        grouped.cancelled
    from feat_frame as frame
    inner join grouped
        on frame.obligor_id = grouped.obligor_id
        and grouped.month_number between frame.month_number - 23 and frame.month_number

),

years as (

    select
        obligor_id,
        observation_date,
        sum(case when age < 12 then ordered end) as ordered,
        sum(case when age >= 12 then ordered end) as ordered_before,
        sum(case when age < 3 then ordered else 0 end) as ordered_recently,
        sum(case when age between 12 and 14 then ordered end) as ordered_a_year_ago,
        sum(case when age < 12 then ordered_by_lead end) as ordered_by_lead,
        sum(case when age < 12 then delivered end) as delivered,
        sum(case when age < 12 then delivered_by_delay end) as delivered_by_delay,
        sum(case when age < 12 then delivered_late end) as delivered_late,
        sum(case when age < 3 then delivered end) as delivered_recently,
        sum(case when age < 3 then delivered_late end) as delivered_late_recently,
        sum(case when age < 12 then cancelled end) as cancelled
    from aged
    group by obligor_id, observation_date

),

combined as (

    select
        frame.obligor_id,
        frame.observation_date,

        -- what came in
        case
            when histories.first_month <= frame.month_number - 23
                then growth(coalesce(years.ordered, 0), years.ordered_before)
        end as orders_growth_rate,
        case
            when histories.first_month <= frame.month_number - 14
                then growth(years.ordered_recently, years.ordered_a_year_ago)
        end as recent_orders_growth_rate,
        ratio(years.ordered_by_lead, years.ordered) as lead_time_days,

        -- what is open
        case
            when histories.first_month <= frame.month_number - 11
                then ratio(coalesce(backlogs.backlog, 0), years.delivered)
        end as backlog_ratio,
        ratio(backlogs.late, backlogs.backlog) as late_backlog_share,

        -- how it was carried out
        ratio(years.delivered_late, years.delivered) as late_delivery_share,
        ratio(years.delivered_late_recently, years.delivered_recently) - ratio(years.delivered_late, years.delivered)
            as late_delivery_share_change,
        ratio(years.delivered_by_delay, years.delivered) as delivery_delay_days,
        ratio(years.cancelled, years.cancelled + years.delivered) as cancelled_orders_share
    from feat_frame as frame
    left join histories on frame.obligor_id = histories.obligor_id
    left join backlogs
        on frame.obligor_id = backlogs.obligor_id
        and frame.observation_date = backlogs.observation_date
    left join years
        on frame.obligor_id = years.obligor_id
        and frame.observation_date = years.observation_date

)

select * from combined;
