-- One row per obligor of the frame and month, from 25 months before the first date to the last: what moved on its accounts, nil where nothing did.
create or replace temp table feat_frame_account_months as
with

-- Amounts are in hundredths. Loans are kept apart: what the bank lends is no income.
monthly as (

    select
        obligors.obligor_key,
        month_number(transactions.transaction_date) as month_number,
        hundredths(sum(case when direction = 'in' and category <> 'loan' then amount else 0 end)) as inflow,
        hundredths(sum(case when direction = 'out' and category <> 'loan' then amount else 0 end)) as outflow,
        hundredths(sum(case when direction = 'in' and category = 'sales' then amount else 0 end)) as sales,
        hundredths(sum(case when direction = 'out' and category = 'purchase' then amount else 0 end)) as purchases,
        hundredths(sum(case when direction = 'out' and category = 'payroll' then amount else 0 end)) as payroll,
        hundredths(sum(case when direction = 'out' and category = 'tax' then amount else 0 end)) as tax,
        hundredths(sum(case when direction = 'out' and category = 'loan' then amount else 0 end)) as repaid,
        max(case when direction = 'out' and category = 'payroll' then transaction_date end) as payroll_date,
        max(case when direction = 'out' and category = 'tax' then transaction_date end) as tax_date,
        count_where(direction = 'out' and category <> 'loan') as payments,
        count(balance_after) as balances,
        days_as_bits(case when balance_after is not null then transaction_date end) as balance_days
    from stg_account_transactions as transactions
    inner join feat_frame_obligors as obligors on transactions.obligor_id = obligors.obligor_id
    where transactions.transaction_date between window_start(26) and window_end()
    group by obligors.obligor_key, month_number(transactions.transaction_date)

),

months as (

    select
        grid.obligor_key,
        grid.month_number,
        grid.month_end,
        coalesce(monthly.inflow, 0) as inflow,
        coalesce(monthly.outflow, 0) as outflow,
        coalesce(monthly.sales, 0) as sales,
        coalesce(monthly.purchases, 0) as purchases,
        coalesce(monthly.payroll, 0) as payroll,
        coalesce(monthly.tax, 0) as tax,
        coalesce(monthly.repaid, 0) as repaid,
        coalesce(monthly.payments, 0) as payments,
        monthly.payroll_date,
        monthly.tax_date,
        coalesce(monthly.balances, 0) as balances,
        coalesce(monthly.balance_days, 0) as balance_days
    from obligor_months(feat_frame_obligors, 25) as grid
    left join monthly
        on grid.obligor_key = monthly.obligor_key
        and grid.month_number = monthly.month_number

)

select * from months;
