-- One row per obligor in the book and observation date: what its customers owed it by its own ledger, and how they paid.
create or replace table feat_receivables as
with

ledger as (

    select
        obligor_id,
        receivable_id,
        coalesce(counterparty_id, receivable_id) as customer_id,
        invoice_date,
        due_date,
        settled_date,
        amount
    from stg_receivables
    where
        invoice_date <= window_end()
        and obligor_id in (select obligor_id from feat_frame_obligors)

),

histories as (

    select
        obligor_id,
        min(month_number(invoice_date)) as first_month
    from ledger
    group by obligor_id

),

-- The ledger is looked at today, and as it stood a quarter and a year before.
dates as (

    select distinct
        frame.obligor_id,
        month_end_after(frame.observation_date, -looks.months) as as_of_date
    from feat_frame as frame
    cross join (values (0), (3), (12)) as looks (months)
    where frame.obligor_id in (select obligor_id from histories)

),

open_items as (

    select
        dates.obligor_id,
        dates.as_of_date,
        ledger.customer_id,
        ledger.amount,
        days_between(ledger.invoice_date, dates.as_of_date) as age_days,
        days_between(ledger.due_date, dates.as_of_date) as overdue_days
    from dates
    inner join ledger
        on dates.obligor_id = ledger.obligor_id
        and ledger.invoice_date <= dates.as_of_date
        and (ledger.settled_date is null or ledger.settled_date > dates.as_of_date)

),

by_customer as (

    select
        obligor_id,
        as_of_date,
        customer_id,
        sum(amount) as amount,
        sum(case when overdue_days > 0 then amount else 0 end) as overdue,
        sum(case when overdue_days between 1 and 30 then amount else 0 end) as overdue_to_30,
        sum(case when overdue_days between 31 and 60 then amount else 0 end) as overdue_to_60,
        sum(case when overdue_days between 61 and 90 then amount else 0 end) as overdue_to_90,
        sum(case when overdue_days > 90 then amount else 0 end) as overdue_beyond_90,
        sum(case when age_days > 60 then amount else 0 end) as older_than_60,
        max(overdue_days) as overdue_days
    from open_items
    group by obligor_id, as_of_date, customer_id

),

positions as (

    select
        obligor_id,
        as_of_date,
        sum(amount) as amount,
        sum(overdue) as overdue,
        sum(overdue_to_30) as overdue_to_30,
        sum(overdue_to_60) as overdue_to_60,
        sum(overdue_to_90) as overdue_to_90,
        sum(overdue_beyond_90) as overdue_beyond_90,
        sum(older_than_60) as older_than_60,
        max(amount) as largest,
        max(overdue_days) as overdue_days,
        count(*) as customers,
        count_where(overdue_days > 0) as customers_overdue
    from by_customer
    group by obligor_id, as_of_date

),

-- What was billed and what was settled in a month counts in the twelve that begin with it, and as of the year before in the next.
billed as (

    select
        obligor_id,
        month_number(invoice_date) as month_number,
        sum(amount) as billed,
        sum(amount * days_between(invoice_date, due_date)) as billed_by_term
    from ledger
    where invoice_date >= window_start(12)
    group by obligor_id, month_number(invoice_date)

),

settled as (

    select
        obligor_id,
        month_number(settled_date) as month_number,
        sum(amount) as settled,
        sum(amount * days_between(invoice_date, settled_date)) as settled_by_days,
        sum(case when settled_date > due_date then amount else 0 end) as settled_late
    from ledger
    where settled_date between window_start(24) and window_end()
    group by obligor_id, month_number(settled_date)

),

billed_year as (

    select
        frame.obligor_id,
        frame.observation_date,
        sum(billed.billed) as billed,
        sum(billed.billed_by_term) as billed_by_term
    from feat_frame as frame
    inner join billed
        on frame.obligor_id = billed.obligor_id
        and billed.month_number between frame.month_number - 11 and frame.month_number
    group by frame.obligor_id, frame.observation_date

),

settled_years as (

    select
        frame.obligor_id,
        frame.observation_date,
        sum(case when settled.month_number > frame.month_number - 12 then settled.settled end) as settled,
        sum(case when settled.month_number > frame.month_number - 12 then settled.settled_by_days end) as settled_by_days,
        sum(case when settled.month_number > frame.month_number - 12 then settled.settled_late end) as settled_late,
        sum(case when settled.month_number <= frame.month_number - 12 then settled.settled end) as settled_before,
        sum(case when settled.month_number <= frame.month_number - 12 then settled.settled_by_days end) as settled_by_days_before
    from feat_frame as frame
    inner join settled
        on frame.obligor_id = settled.obligor_id
        and settled.month_number between frame.month_number - 23 and frame.month_number
    group by frame.obligor_id, frame.observation_date

),

combined as (

    select
        frame.obligor_id,
        frame.observation_date,

        -- what is open
        cast(case when histories.first_month <= frame.month_number then coalesce(now.amount, 0) end as double) as open_receivables,
        case
            when histories.first_month <= frame.month_number - 11
                then 365 * ratio(coalesce(now.amount, 0), billed_year.billed)
        end as sales_outstanding_days,
        ratio(now.largest, now.amount) as largest_debtor_share,

        -- how old it is
        ratio(now.overdue, now.amount) as overdue_share,
        ratio(now.overdue_to_30, now.amount) as overdue_30_days_share,
        ratio(now.overdue_to_60, now.amount) as overdue_60_days_share,
        ratio(now.overdue_to_90, now.amount) as overdue_90_days_share,
        ratio(now.overdue_beyond_90, now.amount) as overdue_beyond_90_days_share,
        ratio(now.overdue, now.amount) - ratio(quarter_before.overdue, quarter_before.amount) as overdue_share_quarter_change,
        ratio(now.overdue, now.amount) - ratio(year_before.overdue, year_before.amount) as overdue_share_year_change,
        case when now.overdue_days is not null then greatest(now.overdue_days, 0) end as oldest_overdue_days,
        ratio(now.customers_overdue, now.customers) as overdue_debtors_share,
        ratio(now.older_than_60, now.amount) as older_than_60_days_share,

        -- how it was paid
        ratio(billed_year.billed_by_term, billed_year.billed) as credit_term_days,
        ratio(settled_years.settled_by_days, settled_years.settled) as collection_days,
        ratio(settled_years.settled_by_days, settled_years.settled)
            - ratio(settled_years.settled_by_days_before, settled_years.settled_before) as collection_days_change,
        ratio(settled_years.settled_late, settled_years.settled) as settled_late_share
    from feat_frame as frame
    left join histories on frame.obligor_id = histories.obligor_id
    left join positions as now
        on frame.obligor_id = now.obligor_id
        and frame.observation_date = now.as_of_date
    left join positions as quarter_before
        on frame.obligor_id = quarter_before.obligor_id
        and month_end_after(frame.observation_date, -3) = quarter_before.as_of_date
    left join positions as year_before
        on frame.obligor_id = year_before.obligor_id
        and month_end_after(frame.observation_date, -12) = year_before.as_of_date
    left join billed_year
        on frame.obligor_id = billed_year.obligor_id
        and frame.observation_date = billed_year.observation_date
    left join settled_years
        on frame.obligor_id = settled_years.obligor_id
        and frame.observation_date = settled_years.observation_date

)

select * from combined;
