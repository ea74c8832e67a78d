-- One row per obligor in the book and observation date: what lies on its accounts at this bank, against what it spends.
create or replace table feat_account_balances as
with

outflows as (

    select
        obligor_id,
        month_number(transaction_date) as month_number,
        hundredths(sum(amount)) as outflow
    from stg_account_transactions
    where
        direction = 'out'
        and transaction_date between window_start(3) and window_end()
        and obligor_id in (select obligor_id from feat_frame_obligors)
    group by obligor_id, month_number(transaction_date)

),

months as (

    select
        grid.obligor_id,
        grid.month_number,
        grid.month_end,
        days_between(month_end_after(grid.month_end, -3), grid.month_end) as quarter_days,
        coalesce(outflows.outflow, 0) as outflow
    from obligor_months(feat_frame_obligors, 25) as grid
    left join outflows
        on grid.obligor_id = outflows.obligor_id
        and grid.month_number = outflows.month_number

),

-- What the quarter that ends with each month spent, in hundredths.
spent as (

    select
        obligor_id,
        month_number,
        month_end,
        quarter_days,
        outflow + lag(outflow, 1, 0) over back + lag(outflow, 2, 0) over back as outflow
    from months
    window back as (
        partition by obligor_id
        order by month_number
    )

),

-- Low is less than five days of outflows: of the quarter that ends with this month, with the next, or the one after.
low_limits as (

    select
        *,
        cast(outflow * 5 as double) / quarter_days as low_limit,
        lead(cast(outflow * 5 as double) / quarter_days, 1) over back as next_low_limit,
        lead(cast(outflow * 5 as double) / quarter_days, 2) over back as last_low_limit
    from spent
    window back as (
        partition by obligor_id
        order by month_number
    )

),

-- A balance holds from the end of its day until the next one that is stated, but not for more than two years.
closings as (

    select
        obligor_id,
        month_number(transaction_date) as month_number,
        transaction_date,
        balance_after as balance,
        lead(transaction_date) over (
            partition by obligor_id, month_number(transaction_date)
            order by transaction_date, transaction_id
        ) as until_date
    from stg_account_transactions
    where
        balance_after is not null
        and transaction_date between window_start(26) and window_end()
        and obligor_id in (select obligor_id from feat_frame_obligors)

),

spells as (

    select
        *,
        hundredths(balance) as amount,
        days_between(transaction_date, coalesce(until_date, add_days(month_end(transaction_date), 1))) as days
    from closings
    where until_date is null or until_date > transaction_date

),

stated as (

    select
        spells.obligor_id,
        spells.month_number,
        min(spells.transaction_date) as first_date,
        max(case when spells.until_date is null then spells.balance end) as closing,
        min(spells.balance) as lowest,
        max(spells.balance) as highest,
        sum(case when spells.balance < 0 then spells.days else 0 end) as overdrawn_days,
        sum(case when spells.amount < limits.low_limit then spells.days else 0 end) as low_days,
        sum(case when spells.amount < limits.next_low_limit then spells.days else 0 end) as next_low_days,
        sum(case when spells.amount < limits.last_low_limit then spells.days else 0 end) as last_low_days
    from spells
    left join low_limits as limits
        on spells.obligor_id = limits.obligor_id
        and spells.month_number = limits.month_number
    group by spells.obligor_id, spells.month_number

),

held as (

    select
        limits.*,
        stated.lowest,
        stated.highest,
        stated.overdrawn_days,
        stated.low_days,
        stated.next_low_days,
        stated.last_low_days,
        last_value(stated.closing ignore nulls) over (two_years rows between 23 preceding and current row) as balance,
        last_value(stated.closing ignore nulls) over (two_years rows between 23 preceding and 12 preceding)
            as balance_before,
        last_value(stated.closing ignore nulls) over (two_years rows between 23 preceding and 1 preceding) as carried,
        days_between(
            month_end_after(limits.month_end, -1), coalesce(stated.first_date, add_days(limits.month_end, 1))
        ) - 1 as carried_days,
        days_between(month_end_after(limits.month_end, -1), limits.month_end) as month_days
    from low_limits as limits
    left join stated
        on limits.obligor_id = stated.obligor_id
        and limits.month_number = stated.month_number
    window two_years as (
        partition by limits.obligor_id
        order by limits.month_number
    )

),

-- With the balance that the month began with, until the first one stated in it.
whole as (

    select
        obligor_id,
        month_number,
        quarter_days,
        outflow,
        balance,
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
        obligor_id,
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
        partition by obligor_id
        order by month_number
    )

),

drawings as (

    select
        facilities.obligor_id,
        exposures.month_end as observation_date,
        sum(exposures.drawn) as drawn
    from stg_exposures as exposures
    inner join stg_facilities as facilities
        on exposures.facility_id = facilities.facility_id
        and exposures.month_end >= facilities.start_date
    where exposures.month_end between window_start(1) and window_end()
    group by facilities.obligor_id, exposures.month_end

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
        on frame.obligor_id = quarters.obligor_id
        and frame.month_number = quarters.month_number
    left join drawings
        on frame.obligor_id = drawings.obligor_id
        and frame.observation_date = drawings.observation_date

)

select * from combined;
