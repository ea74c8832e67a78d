-- One row per obligor in the book and observation date: money that comes back from whom it went to, or goes back to whom it came from.
create or replace table feat_account_exchanges as
with

-- A month more than the year, for what went out before it and came back in it.
movements as (

    select
        obligor_id,
        month_number(transaction_date) as month_number,
        direction,
        counterparty_id,
        amount
    from stg_account_transactions
    where
        category <> 'loan'
        and transaction_date between window_start(13) and window_end()
        and obligor_id in (select obligor_id from feat_frame_obligors)

),

parties as (

    select
        obligor_id,
        counterparty_id,
        month_number,
        sum(case when direction = 'in' then amount else 0 end) as inflow,
        count_where(direction = 'out') as payments
    from movements
    group by obligor_id, counterparty_id, month_number

),

-- Parties that pay and are paid; blocks of ten days find what lies close together.
mutual as (

    select
        obligor_id,
        counterparty_id
    from parties
    where counterparty_id is not null
    group by obligor_id, counterparty_id
    having
        sum(inflow) > 0
        and sum(payments) > 0

),

exchanged as (

    select
        transactions.obligor_id,
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
        exchanged.obligor_id,
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
        received.obligor_id,
        received.transaction_id as receipt_id,
        paid.transaction_id as payment_id,
        received.amount as received,
        greatest(received.transaction_date, paid.transaction_date) as known_date,
        paid.transaction_date <= received.transaction_date and paid.amount = received.amount as is_return,
        abs(days_between(paid.transaction_date, received.transaction_date)) <= 5
        and abs(paid.amount - received.amount) * 20 <= received.amount as is_close
    from exchanged as received
    inner join paid
        on received.obligor_id = paid.obligor_id
        and received.counterparty_id = paid.counterparty_id
        and received.block = paid.block
    where
        received.direction = 'in'
        and received.amount > 0
        and abs(days_between(paid.transaction_date, received.transaction_date)) <= 10

),

returned as (

    select
        obligor_id,
        payment_id,
        month_number(min(known_date)) as month_number
    from pairs
    where is_return
    group by obligor_id, payment_id

),

circled as (

    select
        obligor_id,
        receipt_id,
        month_number(min(known_date)) as month_number,
        max(received) as received
    from pairs
    where
        is_close
        and not is_return
    group by obligor_id, receipt_id

),

monthly as (

    select
        obligor_id,
        month_number,
        hundredths(sum(inflow)) as inflow,
        cast(sum(payments) as bigint) as payments
    from parties
    group by obligor_id, month_number

),

returned_monthly as (

    select
        obligor_id,
        month_number,
        count(*) as returned
    from returned
    group by obligor_id, month_number

),

circled_monthly as (

    select
        obligor_id,
        month_number,
        hundredths(sum(received)) as circled
    from circled
    group by obligor_id, month_number

),

months as (

    select
        grid.obligor_id,
        grid.month_number,
        coalesce(monthly.inflow, 0) as inflow,
        coalesce(circled_monthly.circled, 0) as circled,
        coalesce(monthly.payments, 0) as payments,
        coalesce(returned_monthly.returned, 0) as returned
    from obligor_months(feat_frame_obligors, 11) as grid
    left join monthly
        on grid.obligor_id = monthly.obligor_id
        and grid.month_number = monthly.month_number
    left join returned_monthly
        on grid.obligor_id = returned_monthly.obligor_id
        and grid.month_number = returned_monthly.month_number
    left join circled_monthly
        on grid.obligor_id = circled_monthly.obligor_id
        and grid.month_number = circled_monthly.month_number

),

quarters as (

    select
        obligor_id,
        month_number,
        inflow + lag(inflow, 1, 0) over back + lag(inflow, 2, 0) over back as inflow,
        circled + lag(circled, 1, 0) over back + lag(circled, 2, 0) over back as circled,
        payments + lag(payments, 1, 0) over back + lag(payments, 2, 0) over back as payments,
        returned + lag(returned, 1, 0) over back + lag(returned, 2, 0) over back as returned
    from months
    window back as (
        partition by obligor_id
        order by month_number
    )

),

years as (

    select
        obligor_id,
        month_number,
        inflow + lag(inflow, 3, 0) over back + lag(inflow, 6, 0) over back + lag(inflow, 9, 0) over back as inflow,
        circled + lag(circled, 3, 0) over back + lag(circled, 6, 0) over back + lag(circled, 9, 0) over back as circled,
        payments + lag(payments, 3, 0) over back + lag(payments, 6, 0) over back
        + lag(payments, 9, 0) over back as payments,
        returned + lag(returned, 3, 0) over back + lag(returned, 6, 0) over back
        + lag(returned, 9, 0) over back as returned
    from quarters
    window back as (
        partition by obligor_id
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
        on frame.obligor_id = years.obligor_id
        and frame.month_number = years.month_number

)

select * from combined;
