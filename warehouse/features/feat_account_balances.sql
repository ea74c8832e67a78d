-- One row per obligor in the book and observation date: what lies on its accounts at this bank, against what it spends.
create or replace table feat_account_balances as
with

-- The quarter that features look back on: the three calendar months that end on the observation date.
frame as (

    select
        obligor_id,
        observation_date,
        month_number,
        month_end_after(observation_date, -3) as quarter_start,
        month_end_after(observation_date, -12) as year_before
    from feat_frame

),

closings as (

    select
        obligor_id,
        transaction_date,
        balance_after,
        row_number() over (
            partition by obligor_id, transaction_date
            order by transaction_id desc
        ) as place
    from stg_account_transactions
    where
        balance_after is not null
        and transaction_date <= window_end()
        and obligor_id in (select obligor_id from feat_frame_obligors)

),

-- A balance holds from the end of its day until the next one that is stated.
balances as (

    select
        obligor_id,
        transaction_date as known_date,
        balance_after as balance,
        month_number(transaction_date) as month_number
    from closings
    where place = 1

),

spells as (

    select
        *,
        coalesce(
            lead(known_date) over (
                partition by obligor_id
                order by known_date
            ),
            date '9999-12-31'
        ) as until_date
    from balances

),

present as (

    select * from latest_known(feat_frame, balances)

),

starts as (

    select
        obligor_id,
        quarter_start as observation_date
    from frame

),

-- The balance with which the quarter began, until the first one stated in it.
carried as (

    select
        frame.obligor_id,
        frame.observation_date,
        found.balance,
        days_between(frame.quarter_start, least(found.until_date, add_days(frame.observation_date, 1))) - 1 as days
    from frame
    inner join latest_known(starts, spells) as found
        on frame.obligor_id = found.obligor_id
        and frame.quarter_start = found.observation_date

),

ages as (

    select 0 as age
    union all
    select 1 as age
    union all
    select 2 as age

),

months as (

    select
        frame.obligor_id,
        frame.observation_date,
        frame.month_number - ages.age as month_number
    from frame
    cross join ages

),

stated as (

    select
        months.obligor_id,
        months.observation_date,
        spells.balance,
        days_between(spells.known_date, least(spells.until_date, add_days(months.observation_date, 1))) as days
    from months
    inner join spells
        on months.obligor_id = spells.obligor_id
        and months.month_number = spells.month_number

),

held as (

    select * from carried
    union all
    select * from stated

),

outflows as (

    select
        obligor_id,
        month_number(transaction_date) as month_number,
        sum(amount) as outflow
    from stg_account_transactions
    where
        direction = 'out'
        and transaction_date between window_start(3) and window_end()
        and obligor_id in (select obligor_id from feat_frame_obligors)
    group by obligor_id, month_number(transaction_date)

),

spent as (

    select
        months.obligor_id,
        months.observation_date,
        sum(outflows.outflow) as outflow
    from months
    inner join outflows
        on months.obligor_id = outflows.obligor_id
        and months.month_number = outflows.month_number
    group by months.obligor_id, months.observation_date

),

-- Low is less than five days of the quarter's outflows.
quarters as (

    select
        held.obligor_id,
        held.observation_date,
        sum(held.days) as days,
        min(held.balance) as lowest,
        max(held.balance) as highest,
        sum(case when held.balance < 0 then held.days else 0 end) as overdrawn_days,
        sum(
            case
                when
                    held.balance * days_between(month_end_after(held.observation_date, -3), held.observation_date)
                    < spent.outflow * 5
                    then held.days
                else 0
            end
        ) as low_days,
        max(spent.outflow) as outflow
    from held
    left join spent
        on held.obligor_id = spent.obligor_id
        and held.observation_date = spent.observation_date
    where held.days > 0
    group by held.obligor_id, held.observation_date

),

years_before as (

    select
        obligor_id,
        year_before as observation_date
    from frame

),

then_known as (

    select * from latest_known(years_before, balances)

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
        ratio(present.balance * days_between(frame.quarter_start, frame.observation_date), quarters.outflow)
            as balance_outflow_days,
        ratio(quarters.lowest * days_between(frame.quarter_start, frame.observation_date), quarters.outflow)
            as lowest_balance_outflow_days,
        case when quarters.outflow > 0 then ratio(quarters.low_days, quarters.days) end as low_balance_share,
        ratio(quarters.overdrawn_days, quarters.days) as overdrawn_share,
        ratio(quarters.highest - quarters.lowest, quarters.highest) as balance_range_share,
        growth(present.balance, then_known.balance) as balance_growth_rate,
        ratio(present.balance, drawings.drawn) as balance_to_drawn_ratio
    from frame
    left join present
        on frame.obligor_id = present.obligor_id
        and frame.observation_date = present.observation_date
    left join quarters
        on frame.obligor_id = quarters.obligor_id
        and frame.observation_date = quarters.observation_date
    left join then_known
        on frame.obligor_id = then_known.obligor_id
        and frame.year_before = then_known.observation_date
    left join drawings
        on frame.obligor_id = drawings.obligor_id
        and frame.observation_date = drawings.observation_date

)

select * from combined;
