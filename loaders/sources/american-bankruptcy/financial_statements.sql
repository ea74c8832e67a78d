-- One row per firm and year; amounts in USD.
--
-- The items are X1 to X18 of Lombardo et al. (2022). X18 holds cost of sales (X2) and the other operating
-- expenses, but no depreciation (X3). The contract has no EBIT (X12), so operating_expense is X18 - X2 + X3:
-- revenue - cost_of_sales - operating_expense is EBIT, and depreciation is contained in the costs.
with

source as (

    select * from source_rows

),

renamed as (

    select
        -- ids
        company_name as obligor_id,
        'annual' as period_type,
        'consolidated' as scope, -- as US listed firms report

        -- dates
        make_date(year, 12, 31) as period_end,
        make_date(year, 12, 31) + $statement_lag_days as published_date,

        -- flows
        X9 * $currency_scale as revenue,
        X2 * $currency_scale as cost_of_sales,
        (X18 - X2 + X3) * $currency_scale as operating_expense,
        X3 * $currency_scale as depreciation,
        X6 * $currency_scale as net_income,

        -- assets
        case when X7 >= $least_stock then X7 * $currency_scale end as receivables,
        X5 * $currency_scale as inventory,
        case when X1 >= $least_stock then X1 * $currency_scale end as current_assets,
        X10 * $currency_scale as total_assets,

        -- liabilities and equity
        X14 * $currency_scale as current_liabilities,
        case when X11 >= $least_stock then X11 * $currency_scale end as long_term_debt,
        X17 * $currency_scale as total_liabilities,
        (X10 - X17) * $currency_scale as equity,
        X15 * $currency_scale as retained_earnings,
        X8 * $currency_scale as market_value,

        source_file,
        source_line

    from source

)

select * from renamed
