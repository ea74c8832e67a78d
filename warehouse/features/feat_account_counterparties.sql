-- One row per obligor in the book and observation date: with whom money flows through its accounts at this bank.
create or replace table feat_account_counterparties as
with

monthly as (

    select
        obligors.obligor_key,
        counterparty_id,
        category,
        month_number(transaction_date) as month_number,
        whole_units(sum(amount)) as amount
    from stg_account_transactions as transactions
    inner join feat_frame_obligors as obligors on transactions.obligor_id = obligors.obligor_id
    where
        counterparty_id is not null
        and ((direction = 'in' and category = 'sales') or (direction = 'out' and category = 'purchase'))
        and transaction_date between window_start(12) and window_end()
    group by obligors.obligor_key, counterparty_id, category, month_number(transaction_date)

),

-- What else of the year's trade with the party is there when a month comes in, and when it goes out a year later.
traded as (

    select
        obligor_key,
        category,
        month_number,
        amount,
        coalesce(sum(amount) over (each_month range between 11 preceding and 1 preceding), 0) as before,
        coalesce(sum(amount) over (each_month range between 1 following and 11 following), 0) as after
    from monthly
    where amount > 0
    window each_month as (
        partition by obligor_key, counterparty_id, category
        order by month_number
    )

),

-- A square grows from s^2 to (s + a)^2: by a (2 s + a).
shifts as (

    select
        obligor_key,
        category,
        month_number,
        amount,
        exact_product(amount, 2 * before + amount) as square,
        case when before = 0 then 1 else 0 end as parties
    from traded
    union all
    select
        obligor_key,
        category,
        month_number + 12 as month_number,
        -amount as amount,
        -exact_product(amount, 2 * after + amount) as square,
        case when after = 0 then -1 else 0 end as parties
    from traded

),

stepped as (

    select
        obligor_key,
        month_number,
        cast(sum(case when category = 'sales' then amount else 0 end) as bigint) as sales,
        cast(sum(case when category = 'purchase' then amount else 0 end) as bigint) as purchases,
        sum(case when category = 'sales' then square else 0 end) as sales_squares,
        sum(case when category = 'purchase' then square else 0 end) as purchases_squares,
        sum(case when category = 'sales' then parties else 0 end) as customers,
        sum(case when category = 'purchase' then parties else 0 end) as suppliers
    from shifts
    group by obligor_key, month_number

),

years as (

    select
        grid.obligor_key,
        grid.month_number,
        sum(stepped.sales) over so_far as sales,
        sum(stepped.purchases) over so_far as purchases,
        sum(stepped.sales_squares) over so_far as sales_squares,
        sum(stepped.purchases_squares) over so_far as purchases_squares,
        sum(stepped.customers) over so_far as customers,
        sum(stepped.suppliers) over so_far as suppliers
    from obligor_months(feat_frame_obligors, 11) as grid
    left join stepped
        on grid.obligor_key = stepped.obligor_key
        and grid.month_number = stepped.month_number
    window so_far as (
        partition by grid.obligor_key
        order by grid.month_number
        rows between unbounded preceding and current row
    )

),

combined as (

    select
        frame.obligor_id,
        frame.observation_date,
        ratio(years.sales_squares, cast(years.sales as double) * years.sales) as customer_hhi_ratio,
        ratio(years.purchases_squares, cast(years.purchases as double) * years.purchases) as supplier_hhi_ratio,
        case when years.customers + years.suppliers > 0 then cast(years.customers as bigint) end as customers,
        case when years.customers + years.suppliers > 0 then cast(years.suppliers as bigint) end as suppliers
    from feat_frame as frame
    left join years
        on frame.obligor_key = years.obligor_key
        and frame.month_number = years.month_number

)

select * from combined;
