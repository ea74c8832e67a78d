-- One row per firm and period: sums over the year so far and balances at its end, from the ledger alone. Money in fen.
create or replace table statement as
with

running as (

    select
        item,
        month,
        (month + 120) % 12 + 1 as months,
        count(*) over year_so_far as months_there,
        sum(sales) over year_so_far as revenue,
        sum(cost) over year_so_far as cost_of_sales,
        sum(expense) over year_so_far as operating_expense,
        sum(depreciation) over year_so_far as depreciation,
        sum(interest) over year_so_far as interest_expense,
        sum(tax) over year_so_far as tax,
        sum(net) over year_so_far as net_income,
        sum(operating_cash_flow) over year_so_far as operating_cash_flow,
        sum(capex) over year_so_far as capital_expenditure,
        cash, receivables, inventory, fixed_assets, payables, short_term_debt, long_term_debt, paid_in, retained
    from ledger
    window year_so_far as (
        partition by item, (month + 120) // 12 order by month rows between unbounded preceding and current row
    )

)

select
    * exclude (months_there, paid_in, retained),
    cash + receivables + inventory as current_assets,
    cash + receivables + inventory + fixed_assets as total_assets,
    payables + short_term_debt as current_liabilities,
    payables + short_term_debt + long_term_debt as total_liabilities,
    paid_in + retained as equity,
    retained as retained_earnings
from running
where months_there = months and months in (3, 6, 9, 12)
order by item, month;
