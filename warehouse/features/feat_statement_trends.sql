-- One row per obligor in the book and observation date: the latest annual statement known by then against the years before.
create or replace table feat_statement_trends as
with

-- A later period beats an earlier one; of one period, the group's statement beats the obligor's own.
filed as (

    select
        *,
        2 * month_number(period_end) + case when scope = 'consolidated' then 1 else 0 end as statement_key,
        case
            when short_term_debt is not null or long_term_debt is not null
                then coalesce(short_term_debt, 0) + coalesce(long_term_debt, 0)
        end as debt
    from stg_financial_statements
    where
        period_type = 'annual'
        and period_end >= window_start(49) -- 24 months in which a statement counts, and the years before it
        and published_date <= window_end()
        and obligor_id in (select obligor_id from feat_frame_obligors)

),

versions as (

    select
        obligor_id,
        statement_key,
        published_date,
        coalesce(
            lead(published_date) over (partition by obligor_id, statement_key order by published_date, period_end),
            date '9999-12-31'
        ) as superseded_date,
        revenue, cost_of_sales, net_income, operating_cash_flow, cash, receivables, inventory, payables, equity, debt, total_assets,
        total_assets - current_assets - fixed_assets as other_assets,
        ratio(receivables, revenue) as receivables_to_revenue,
        ratio(revenue - cost_of_sales, revenue) as gross_margin,
        ratio(revenue - cost_of_sales - operating_expense, revenue) as operating_margin,
        ratio(operating_expense, revenue) as expense_to_revenue,
        ratio(net_income, total_assets) as return_on_assets,
        ratio(revenue, total_assets) as asset_turnover,
        ratio(current_assets, current_liabilities) as current_ratio,
        ratio(total_liabilities, total_assets) as leverage,
        ratio(depreciation, depreciation + fixed_assets) as depreciation_rate,
        ratio(total_assets - current_assets - fixed_assets, total_assets) as other_assets_share
    from filed

),

-- What is older than 24 months says nothing about the obligor of today.
spells as (

    select
        obligor_id,
        known_date,
        leading_key,
        from_month,
        least(coalesce(next_month, 99999), month_number(add_days(period_end, 1)) + 24) as until_month
    from leading_statements(filed)

),

-- Each year in its latest version known by then; years are compared in one scope.
latest_years as (

    select
        spells.known_date,
        spells.leading_key,
        versions.*
    from spells
    inner join versions
        on spells.obligor_id = versions.obligor_id
        and spells.leading_key = versions.statement_key
        and versions.published_date <= spells.known_date
        and versions.superseded_date > spells.known_date
    where spells.from_month < spells.until_month

),

trends as (

    select
        latest.obligor_id,
        latest.known_date,

        -- growth
        growth(latest.equity, before.equity) as equity_growth_rate,
        growth(latest.debt, before.debt) as debt_growth_rate,
        ratio(latest.cash - before.cash, before.total_assets) as cash_change_ratio,
        ratio(latest.operating_cash_flow - before.operating_cash_flow, before.total_assets) as cash_flow_change_ratio,
        latest.operating_margin - before.operating_margin as operating_margin_change_rate,
        latest.return_on_assets - before.return_on_assets as return_on_assets_change_rate,
        latest.asset_turnover - before.asset_turnover as asset_turnover_change_ratio,
        latest.current_ratio - before.current_ratio as current_change_ratio,

        -- turnover on average balances
        2 * ratio(latest.revenue, latest.receivables + before.receivables) as receivable_turnover_ratio,
        2 * ratio(latest.cost_of_sales, latest.inventory + before.inventory) as inventory_turnover_ratio,
        2 * ratio(latest.cost_of_sales, latest.payables + before.payables) as payable_turnover_ratio,

        -- quality of earnings
        ratio(latest.net_income - latest.operating_cash_flow, latest.total_assets) as accruals_ratio,
        ratio(latest.receivables_to_revenue, before.receivables_to_revenue) as receivables_index_ratio,
        ratio(before.gross_margin, latest.gross_margin) as gross_margin_index_ratio,
        case
            when latest.other_assets = 0 and before.other_assets = 0 then 1
            else ratio(latest.other_assets_share, before.other_assets_share)
        end as asset_quality_index_ratio,
        ratio(before.depreciation_rate, latest.depreciation_rate) as depreciation_index_ratio,
        ratio(latest.expense_to_revenue, before.expense_to_revenue) as expense_index_ratio,
        ratio(latest.leverage, before.leverage) as leverage_index_ratio,

        -- three years
        case
            when coalesce(latest.net_income, before.net_income, earlier.net_income) is not null
                then cast(
                    case when latest.net_income < 0 then 1 else 0 end
                    + case when before.net_income < 0 then 1 else 0 end
                    + case when earlier.net_income < 0 then 1 else 0 end
                as integer)
        end as loss_years,
        case
            when coalesce(latest.operating_cash_flow, before.operating_cash_flow, earlier.operating_cash_flow) is not null
                then cast(
                    case when latest.operating_cash_flow < 0 then 1 else 0 end
                    + case when before.operating_cash_flow < 0 then 1 else 0 end
                    + case when earlier.operating_cash_flow < 0 then 1 else 0 end
                as integer)
        end as cash_deficit_years,
        case when latest.revenue >= 0 then sqrt(ratio(latest.revenue, earlier.revenue)) - 1 end as revenue_trend_rate,
        variation(
            3,
            cast(latest.revenue as decimal(19, 0)) + cast(before.revenue as decimal(19, 0)) + cast(earlier.revenue as decimal(19, 0)),
            cast(latest.revenue as decimal(19, 0)) * cast(latest.revenue as decimal(19, 0))
            + cast(before.revenue as decimal(19, 0)) * cast(before.revenue as decimal(19, 0))
            + cast(earlier.revenue as decimal(19, 0)) * cast(earlier.revenue as decimal(19, 0))
        ) as revenue_variation_ratio,
        case
            when latest.return_on_assets + before.return_on_assets + earlier.return_on_assets is not null
                then greatest(latest.return_on_assets, before.return_on_assets, earlier.return_on_assets)
                    - least(latest.return_on_assets, before.return_on_assets, earlier.return_on_assets)
        end as return_on_assets_range_rate
    from latest_years as latest
    left join versions as before
        on latest.obligor_id = before.obligor_id
        and latest.leading_key - 24 = before.statement_key
        and before.published_date <= latest.known_date
        and before.superseded_date > latest.known_date
    left join versions as earlier
        on latest.obligor_id = earlier.obligor_id
        and latest.leading_key - 48 = earlier.statement_key
        and earlier.published_date <= latest.known_date
        and earlier.superseded_date > latest.known_date

),

combined as (

    select
        frame.obligor_id,
        frame.observation_date,
        trends.equity_growth_rate, trends.debt_growth_rate, trends.cash_change_ratio,
        trends.cash_flow_change_ratio, trends.operating_margin_change_rate,
        trends.return_on_assets_change_rate, trends.asset_turnover_change_ratio, trends.current_change_ratio,
        trends.receivable_turnover_ratio, trends.inventory_turnover_ratio, trends.payable_turnover_ratio,
        trends.accruals_ratio, trends.receivables_index_ratio, trends.gross_margin_index_ratio,
        trends.asset_quality_index_ratio, trends.depreciation_index_ratio, trends.expense_index_ratio,
        trends.leverage_index_ratio,
        trends.loss_years, trends.cash_deficit_years, trends.revenue_trend_rate,
        trends.revenue_variation_ratio, trends.return_on_assets_range_rate
    from feat_frame as frame
    left join each_month(spells) as held
        on frame.obligor_id = held.obligor_id
        and frame.month_number = held.month_number
    left join trends
        on held.obligor_id = trends.obligor_id
        and held.known_date = trends.known_date

)

select * from combined;
