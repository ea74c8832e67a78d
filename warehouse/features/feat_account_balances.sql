-- One row per obligor in the book and observation date: what lies on its accounts at this bank, against what it spends.
create or replace table feat_account_balances as
with

outflows as (

    select
        obligor_key,
        month_number,
        month_end,
        balances,
        balance_days,
        outflow + repaid as outflow,
        lag(outflow + repaid, 1, 0) over by_month as outflow_before,
        lag(outflow + repaid, 2, 0) over by_month as outflow_two_before,
        lead(outflow + repaid, 1, 0) over by_month as outflow_after,
        lead(outflow + repaid, 2, 0) over by_month as outflow_two_after
    from feat_frame_account_months
    window by_month as (
        partition by obligor_key
        order by month_number
    )

),

-- What the quarter that ends with each month spent, in hundredths. Low is less than five days of outflows: of that quarter, of the one
-- that ends with the next month, or with the one after.
months as (

    select
        obligor_key,
        month_number,
        month_end,
        balances,
        balance_days,
        days_between(month_end_after(month_end, -3), month_end) as quarter_days,
        outflow + outflow_before + outflow_two_before as outflow,
        cast((outflow + outflow_before + outflow_two_before) * 5 as double)
        / days_between(month_end_after(month_end, -3), month_end) as low_limit,
        cast((outflow_after + outflow + outflow_before) * 5 as double)
        / days_between(month_end_after(month_end, -2), month_end_after(month_end, 1)) as next_low_limit,
        cast((outflow_two_after + outflow_after + outflow) * 5 as double)
        / days_between(month_end_after(month_end, -1), month_end_after(month_end, 2)) as last_low_limit
    from outflows

),

-- Of several balances that are stated for one day, the last counts.
repeated as (

    select
        transactions.obligor_id,
        transactions.transaction_date,
        max(transactions.transaction_id) as last_id
    from stg_account_transactions as transactions
    inner join feat_frame_obligors as obligors on transactions.obligor_id = obligors.obligor_id
    inner join months
        on obligors.obligor_key = months.obligor_key
        and month_number(transactions.transaction_date) = months.month_number
        and months.balances > count_of_bits(months.balance_days)
    where
        transactions.balance_after is not null
        and transactions.transaction_date between window_start(26) and window_end()
    group by transactions.obligor_id, transactions.transaction_date
    having count(*) > 1

),

-- A balance holds from the end of its day until the next one that is stated, but not for more than two years.
spells as (

    select
        months.obligor_key,
        months.month_number,
        months.low_limit,
        months.next_low_limit,
        months.last_low_limit,
        transactions.balance_after as balance,
        hundredths(transactions.balance_after) as amount,
        next_day_of_month(months.balance_days, transactions.transaction_date) as until_day,
        coalesce(
            next_day_of_month(months.balance_days, transactions.transaction_date), day_of_month(months.month_end) + 1
        ) - day_of_month(transactions.transaction_date) as days
    from stg_account_transactions as transactions
    inner join feat_frame_obligors as obligors on transactions.obligor_id = obligors.obligor_id
    inner join months
        on obligors.obligor_key = months.obligor_key
        and month_number(transactions.transaction_date) = months.month_number
    left join repeated
        on transactions.obligor_id = repeated.obligor_id
        and transactions.transaction_date = repeated.transaction_date
    where
        transactions.balance_after is not null
        and transactions.transaction_date between window_start(26) and window_end()
        and (repeated.last_id is null or transactions.transaction_id = repeated.last_id)

),

stated as (

    select
        obligor_key,
        month_number,
        max(case when until_day is null then balance end) as closing,
        min(balance) as lowest,
        max(balance) as highest,
        sum(case when balance < 0 then days else 0 end) as overdrawn_days,
        sum(case when amount < low_limit then days else 0 end) as low_days,
        sum(case when amount < next_low_limit then days else 0 end) as next_low_days,
        sum(case when amount < last_low_limit then days else 0 end) as last_low_days
    from spells
    group by obligor_key, month_number

),

held as (

    select
        months.*,
        stated.lowest,
        stated.highest,
        stated.closing,
        stated.overdrawn_days,
        stated.low_days,
        stated.next_low_days,
        stated.last_low_days,
        last_value(stated.closing ignore nulls) over (two_years rows between 23 preceding and 12 preceding)
            as balance_before,
        last_value(stated.closing ignore nulls) over (two_years rows between 23 preceding and 1 preceding) as carried,
        case
            when months.balance_days > 0 then first_day_of_month(months.balance_days) - 1
            else day_of_month(months.month_end)
        end as carried_days,
        day_of_month(months.month_end) as month_days
    from months
    left join stated
        on months.obligor_key = stated.obligor_key
        and months.month_number = stated.month_number
    window two_years as (
        partition by months.obligor_key
        order by months.month_number
    )

),

-- With the balance that the month began with, until the first one stated in it.
whole as (

    select
        obligor_key,
        month_number,
        quarter_days,
        outflow,
        coalesce(closing, carried) as balance,
        balance_before,
        case when carried is null then month_days - carried_days else month_days end as days,
        case when carried_days > 0 and (carried < lowest or lowest is null) then carried else lowest end as lowest,
        case when carried_days > 0 and (carried > highest or highest is null) then carried else highest end as highest,
        coalesce(overdrawn_days, 0) + case when carried < 0 then carried_days else 0 end as overdrawn_days,
        coalesce(low_days, 0)
        + case when hundredths(carried) < low_limit then carried_days else 0 end as low_days,
        coalesce(next_low_days, 0)
        + case when hundredths(carried) < next_low_limit then carried_days else 0 end as next_low_days,
        coalesce(last_low_days, 0)
        + case when hundredths(carried) < last_low_limit then carried_days else 0 end as last_low_days
    from held

),

quarters as (

    select
        obligor_key,
        month_number,
        quarter_days,
        outflow,
        balance,
        balance_before,
        days + lag(days, 1, 0) over back + lag(days, 2, 0) over back as days,
        min(lowest) over (back rows between 2 preceding and current row) as lowest,
        max(highest) over (back rows between 2 preceding and current row) as highest,
        overdrawn_days + lag(overdrawn_days, 1, 0) over back + lag(overdrawn_days, 2, 0) over back as overdrawn_days,
        low_days + lag(next_low_days, 1, 0) over back + lag(last_low_days, 2, 0) over back as low_days
    from whole
    window back as (
        partition by obligor_key
        order by month_number
    )

),

drawings as (

    select
        obligor_id,
        month_end as observation_date,
        sum(drawn) as drawn
    from book_lines(stg_exposures, stg_facilities)
    where month_end between window_start(1) and window_end()
    group by obligor_id, month_end

),

combined as (

    select
        frame.obligor_id,
        frame.observation_date,
        ratio(quarters.balance * quarters.quarter_days, cast(quarters.outflow as double) / 100) as balance_outflow_days,
        ratio(quarters.lowest * quarters.quarter_days, cast(quarters.outflow as double) / 100)
            as lowest_balance_outflow_days,
        case when quarters.outflow > 0 then ratio(quarters.low_days, quarters.days) end as low_balance_share,
        ratio(quarters.overdrawn_days, quarters.days) as overdrawn_share,
        ratio(quarters.highest - quarters.lowest, quarters.highest) as balance_range_share,
        growth(quarters.balance, quarters.balance_before) as balance_growth_rate,
        ratio(quarters.balance, drawings.drawn) as balance_to_drawn_ratio
    from feat_frame as frame
    left join quarters
        on frame.obligor_key = quarters.obligor_key
        and frame.month_number = quarters.month_number
    left join drawings
        on frame.obligor_id = drawings.obligor_id
        and frame.observation_date = drawings.observation_date

)

select * from combined;
