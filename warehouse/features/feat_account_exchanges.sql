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
        sum(inflow) as inflow,
        sum(payments) as payments
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
        sum(received) as circled
    from circled
    group by obligor_id, month_number

),

-- What came back is known in a month with a movement, so that each month has its row.
counted as (

    select
        monthly.obligor_id,
        monthly.month_number,
        monthly.inflow,
        monthly.payments,
        coalesce(returned_monthly.returned, 0) as returned,
        coalesce(circled_monthly.circled, 0) as circled
    from monthly
    left join returned_monthly
        on monthly.obligor_id = returned_monthly.obligor_id
        and monthly.month_number = returned_monthly.month_number
    left join circled_monthly
        on monthly.obligor_id = circled_monthly.obligor_id
        and monthly.month_number = circled_monthly.month_number

),

years as (

    select
        frame.obligor_id,
        frame.observation_date,
        cast(sum(counted.inflow) as double) as inflow,
        cast(sum(counted.circled) as double) as circled,
        sum(counted.payments) as payments,
        sum(counted.returned) as returned
    from feat_frame as frame
    inner join counted
        on frame.obligor_id = counted.obligor_id
        and counted.month_number between frame.month_number - 11 and frame.month_number
    group by frame.obligor_id, frame.observation_date

),

combined as (

    select
        frame.obligor_id,
        frame.observation_date,
        ratio(least(years.circled, years.inflow), years.inflow) as round_trip_share,
        ratio(least(years.returned, years.payments), years.payments) as returned_payment_share
    from feat_frame as frame
    left join years
        on frame.obligor_id = years.obligor_id
        and frame.observation_date = years.observation_date

)

select * from combined;
