-- One row per obligor in the book and observation date: with whom money flows through its accounts at this bank.
create or replace table feat_account_counterparties as
with

-- Each month counts in the twelve observation months from its own: it comes in, and a year later goes out.
monthly as (

    select
        obligor_id,
        counterparty_id,
        month_number(transaction_date) as month_number,
        whole_units(sum(case when category = 'sales' then amount else 0 end)) as sales,
        whole_units(sum(case when category = 'purchase' then amount else 0 end)) as purchases
    from stg_account_transactions
    where
        counterparty_id is not null
        and ((direction = 'in' and category = 'sales') or (direction = 'out' and category = 'purchase'))
        and transaction_date between window_start(12) and window_end()
        and obligor_id in (select obligor_id from feat_frame_obligors)
    group by obligor_id, counterparty_id, month_number(transaction_date)

),

shifts as (

    select
        obligor_id,
        counterparty_id,
        month_number,
        sales,
        purchases
    from monthly
    union all
    select
        obligor_id,
        counterparty_id,
        month_number + 12 as month_number,
        -sales as sales,
        -purchases as purchases
    from monthly

),

-- The year's trade with one counterparty after each change.
traded as (

    select
        obligor_id,
        month_number,
        sales as sales_change,
        purchases as purchases_change,
        sum(sales) over (
            partition by obligor_id, counterparty_id
            order by month_number, sales, purchases
            rows between unbounded preceding and current row
        ) as sales,
        sum(purchases) over (
            partition by obligor_id, counterparty_id
            order by month_number, sales, purchases
            rows between unbounded preceding and current row
        ) as purchases
    from shifts

),

-- A square grows from (s - c)^2 to s^2: by c (2 s - c).
stepped as (

    select
        obligor_id,
        month_number,
        sum(sales_change) as sales,
        sum(purchases_change) as purchases,
        sum(exact_product(sales_change, 2 * sales - sales_change)) as sales_squares,
        sum(exact_product(purchases_change, 2 * purchases - purchases_change)) as purchases_squares,
        count_where(sales > 0 and sales = sales_change) - count_where(sales = 0 and sales_change < 0) as customers,
        count_where(purchases > 0 and purchases = purchases_change)
        - count_where(purchases = 0 and purchases_change < 0) as suppliers
    from traded
    group by obligor_id, month_number

),

years as (

    select
        obligor_id,
        month_number as from_month,
        coalesce(lead(month_number) over each_change, 999999) as until_month,
        sum(sales) over so_far as sales,
        sum(purchases) over so_far as purchases,
        sum(sales_squares) over so_far as sales_squares,
        sum(purchases_squares) over so_far as purchases_squares,
        sum(customers) over so_far as customers,
        sum(suppliers) over so_far as suppliers
    from stepped
    window
        each_change as (
            partition by obligor_id
            order by month_number
        ),
        so_far as (
            partition by obligor_id
            order by month_number
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
        on frame.obligor_id = years.obligor_id
        and frame.month_number >= years.from_month
        and frame.month_number < years.until_month

)

select * from combined;
