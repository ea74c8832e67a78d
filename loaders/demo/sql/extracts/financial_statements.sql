-- One row per obligor, period, kind and day of publication: the year, the quarters of all but micro firms, and corrections.
create or replace view extract_financial_statements as
with

filed as (

    select
        statement.*,
        firm.size,
        firm.ownership,
        firm.book_to,
        0 as version,
        greatest(
            month_end(month) + case when months = 12 then 90 + draw(3, item, month, 0) % 31 else 30 + draw(3, item, month, 0) % 16 end,
            epoch_day(firm.onboarded_day)
        ) as published_date
    from statement
    inner join firm using (item)
    where month >= firm.book_from - 24 - case when firm.book_from = 0 then 12 else 0 end
        and (months = 12 or (firm.size < 3 and month >= firm.book_from - 12))

),

-- Corrections move amounts between neighbouring lines; totals stand.
corrected as (

    select * replace (
        cost_of_sales + (operating_expense // 20) as cost_of_sales,
        operating_expense - (operating_expense // 20) as operating_expense,
        short_term_debt + (long_term_debt // 5) as short_term_debt,
        current_liabilities + (long_term_debt // 5) as current_liabilities,
        long_term_debt - (long_term_debt // 5) as long_term_debt,
        1 as version,
        published_date + 60 + draw(4, item, month, 0) % 140 as published_date
    )
    from filed
    where months = 12 and draw(5, item, month, 0) < 150

)

select
    (cast(item as bigint) * 256 + month + 64) * 2 + version as pos,
    item,
    obligor_code(item) as obligor_id,
    month_end(month) as period_end,
    case when months = 12 then 'annual' else 'year_to_date' end as period_type,
    'standalone' as scope,
    cast(published_date as date) as published_date,
    months = 12 and draw(6, item, month, 0) < [9800, 9000, 5000, 800][size + 1] as is_audited,
    yuan(revenue) as revenue,
    yuan(cost_of_sales) as cost_of_sales,
    yuan(operating_expense) as operating_expense,
    yuan(depreciation) as depreciation,
    yuan(interest_expense) as interest_expense,
    yuan(tax) as tax,
    yuan(net_income) as net_income,
    yuan(operating_cash_flow) as operating_cash_flow,
    yuan(capital_expenditure) as capital_expenditure,
    yuan(cash) as cash,
    yuan(receivables) as receivables,
    yuan(inventory) as inventory,
    yuan(current_assets) as current_assets,
    yuan(fixed_assets) as fixed_assets,
    yuan(total_assets) as total_assets,
    yuan(payables) as payables,
    yuan(short_term_debt) as short_term_debt,
    yuan(current_liabilities) as current_liabilities,
    yuan(long_term_debt) as long_term_debt,
    yuan(total_liabilities) as total_liabilities,
    yuan(equity) as equity,
    yuan(retained_earnings) as retained_earnings,
    case
        when ownership = 'listed' then yuan((greatest(equity, (total_assets // 10)) * (8000 + draw(7, item, month, 0) + draw(7, item, month, 1))) // 10000)
    end as market_value
from (select * from filed union all select * from corrected)
where published_date <= month_end(book_to);
