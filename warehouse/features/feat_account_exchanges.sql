-- One row per obligor in the book and observation date: money that comes back from whom it went to, or goes back to whom it came from.
create or replace table feat_account_exchanges as
with

-- Parties that pay and are paid, within the year and a month more, for what went out before it and came back in it.
mutual as (

    select
        obligors.obligor_key,
        transactions.obligor_id,
        transactions.counterparty_id
    from stg_account_transactions as transactions
    inner join feat_frame_obligors as obligors on transactions.obligor_id = obligors.obligor_id
    where
        transactions.counterparty_id is not null
        and transactions.category <> 'loan'
        and transactions.transaction_date between window_start(13) and window_end()
    group by obligors.obligor_key, transactions.obligor_id, transactions.counterparty_id
    having
        count_where(transactions.direction = 'in' and transactions.amount > 0) > 0
        and count_where(transactions.direction = 'out') > 0

),

-- Blocks of ten days find what lies close together.
exchanged as (

    select
        mutual.obligor_key,
        transactions.counterparty_id,
        transactions.transaction_id,
        transactions.transaction_date,
        transactions.direction,
        transactions.amount,
        cast(floor(days_between(date '1900-01-01', transactions.transaction_date) / 10.0) as integer) as block
    from stg_account_transactions as transactions
    inner join mutual
        on transactions.obligor_id = mutual.obligor_id
        and transactions.counterparty_id = mutual.counterparty_id
    where
        transactions.category <> 'loan'
        and transactions.transaction_date between window_start(13) and window_end()

),

neighbours as (

    select -1 as step
    union all
    select 0 as step
    union all
    select 1 as step

),

paid as (

    select
        exchanged.obligor_key,
        exchanged.counterparty_id,
        exchanged.transaction_id,
        exchanged.transaction_date,
        exchanged.amount,
        exchanged.block + neighbours.step as block
    from exchanged
    cross join neighbours
    where exchanged.direction = 'out'

),

pairs as (

    select
        received.obligor_key,
        received.transaction_id as receipt_id,
        paid.transaction_id as payment_id,
        received.amount as received,
        greatest(received.transaction_date, paid.transaction_date) as known_date,
        paid.transaction_date <= received.transaction_date and paid.amount = received.amount as is_return,
        abs(days_between(paid.transaction_date, received.transaction_date)) <= 5
        and abs(paid.amount - received.amount) * 20 <= received.amount as is_close
    from exchanged as received
    inner join paid
        on received.obligor_key = paid.obligor_key
        and received.counterparty_id = paid.counterparty_id
        and received.block = paid.block
    where
        received.direction = 'in'
        and received.amount > 0
        and abs(days_between(paid.transaction_date, received.transaction_date)) <= 10

),

returned as (

    select
        obligor_key,
        payment_id,
        month_number(min(known_date)) as month_number
    from pairs
    where is_return
    group by obligor_key, payment_id

),

circled as (

    select
        obligor_key,
        receipt_id,
        month_number(min(known_date)) as month_number,
        max(received) as received
    from pairs
    where
        is_close
        and not is_return
    group by obligor_key, receipt_id

),

returned_monthly as (

    select
        obligor_key,
        month_number,
        count(*) as returned
    from returned
    group by obligor_key, month_number

),

circled_monthly as (

    select
        obligor_key,
        month_number,
        hundredths(sum(received)) as circled
    from circled
    group by obligor_key, month_number

),

months as (

    select
        grid.obligor_key,
        grid.month_number,
        grid.inflow,
        coalesce(circled_monthly.circled, 0) as circled,
        grid.payments,
        coalesce(returned_monthly.returned, 0) as returned
    from feat_frame_account_months as grid
    left join returned_monthly
        on grid.obligor_key = returned_monthly.obligor_key
        and grid.month_number = returned_monthly.month_number
    left join circled_monthly
        on grid.obligor_key = circled_monthly.obligor_key
        and grid.month_number = circled_monthly.month_number

),

quarters as (

    select
        obligor_key,
        month_number,
        inflow + lag(inflow, 1, 0) over back + lag(inflow, 2, 0) over back as inflow,
        circled + lag(circled, 1, 0) over back + lag(circled, 2, 0) over back as circled,
        payments + lag(payments, 1, 0) over back + lag(payments, 2, 0) over back as payments,
        returned + lag(returned, 1, 0) over back + lag(returned, 2, 0) over back as returned
    from months
    window back as (
        partition by obligor_key
        order by month_number
    )

),

years as (

    select
        obligor_key,
        month_number,
        inflow + lag(inflow, 3, 0) over back + lag(inflow, 6, 0) over back + lag(inflow, 9, 0) over back as inflow,
        circled + lag(circled, 3, 0) over back + lag(circled, 6, 0) over back + lag(circled, 9, 0) over back as circled,
        payments + lag(payments, 3, 0) over back + lag(payments, 6, 0) over back
        + lag(payments, 9, 0) over back as payments,
        returned + lag(returned, 3, 0) over back + lag(returned, 6, 0) over back
        + lag(returned, 9, 0) over back as returned
    from quarters
    window back as (
        partition by obligor_key
        order by month_number
    )

),

combined as (

    select
        frame.obligor_id,
        frame.observation_date,
        ratio(cast(least(years.circled, years.inflow) as double) / 100, cast(years.inflow as double) / 100)
            as round_trip_share,
        ratio(least(years.returned, years.payments), years.payments) as returned_payment_share
    from feat_frame as frame
    left join years
        on frame.obligor_key = years.obligor_key
        and frame.month_number = years.month_number

)

select * from combined;
