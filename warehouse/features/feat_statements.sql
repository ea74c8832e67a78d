-- One row per obligor in the book and observation date: ratios of the latest annual statement known by then.
create or replace table feat_statements as
with

-- A later period beats an earlier one; of one period, the group's statement beats the obligor's own.
filed as (

    select
        *,
        2 * month_number(period_end) + case when scope = 'consolidated' then 1 else 0 end as statement_key
    from stg_financial_statements
    where
        period_type = 'annual'
        and period_end >= window_start(49) -- 24 months in which a statement counts, and the years before it
        and published_date <= window_end()
        and obligor_id in (select obligor_id from feat_frame_obligors)

),

versions as (

    select
        *,
        coalesce(lead(published_date) over of_period, date '9999-12-31') as superseded_date,
        min(published_date) over of_period as filed_date,
        row_number() over of_period as version
    from filed
    window of_period as (partition by obligor_id, statement_key order by published_date, period_end)

),

-- What is older than 24 months says nothing about the obligor of today; of what is older than 48, not even the age is told.
spells as (

    select
        obligor_id,
        known_date,
        leading_key,
        period_end,
        from_month,
        month_number(add_days(period_end, 1)) + 24 as old_month,
        least(coalesce(next_month, 99999), month_number(period_end) + 48) as until_month
    from leading_statements(filed)

),

needed as (

    select
        obligor_id,
        known_date,
        leading_key
    from spells
    where from_month < old_month

),

-- Statements by their figures: the second set of figures for one period is a restatement of the first.
figures as (

    select
        obligor_id,
        statement_key,
        min(published_date) as first_date
    from versions
    where version > 1 or superseded_date < date '9999-12-31'
    group by
        obligor_id, statement_key, revenue, cost_of_sales, operating_expense, depreciation, interest_expense, tax, net_income,
        operating_cash_flow, capital_expenditure, cash, receivables, inventory, current_assets, fixed_assets, total_assets,
        payables, short_term_debt, current_liabilities, long_term_debt, total_liabilities, equity, retained_earnings

),

restatements as (

    select
        obligor_id,
        statement_key,
        first_date as restated_date
    from (
        select
            *,
            row_number() over (partition by obligor_id, statement_key order by first_date) as place
        from figures
    ) as placed
    where place = 2

),

combined as (

    select
        needed.known_date,
        latest.*,
        coalesce(restatements.restated_date <= needed.known_date, false) as is_restated,
        before.revenue as revenue_before,
        before.total_assets as total_assets_before,
        latest.revenue - latest.cost_of_sales as gross_profit,
        latest.revenue - latest.cost_of_sales - latest.operating_expense as operating_income,
        latest.revenue - latest.cost_of_sales - latest.operating_expense + latest.depreciation as ebitda,
        latest.cost_of_sales + latest.operating_expense - latest.depreciation as paid_expense,
        latest.operating_cash_flow - latest.capital_expenditure as free_cash_flow,
        latest.current_assets - latest.current_liabilities as working_capital,
        case
            when latest.short_term_debt is not null or latest.long_term_debt is not null
                then coalesce(latest.short_term_debt, 0) + coalesce(latest.long_term_debt, 0)
        end as debt
    from needed
    inner join versions as latest
        on needed.obligor_id = latest.obligor_id
        and needed.leading_key = latest.statement_key
        and latest.published_date <= needed.known_date
        and latest.superseded_date > needed.known_date
    left join restatements
        on latest.obligor_id = restatements.obligor_id
        and latest.statement_key = restatements.statement_key
    left join versions as before
        on needed.obligor_id = before.obligor_id
        and needed.leading_key - 24 = before.statement_key -- the same scope, twelve months earlier
        and before.published_date <= needed.known_date
        and before.superseded_date > needed.known_date

),

ratios as (

    select
        latest.obligor_id,
        latest.known_date,
        days_between(latest.period_end, latest.filed_date) as filing_days,
        latest.is_audited,
        latest.is_restated,

        -- size
        latest.revenue,
        latest.total_assets,
        log_positive(latest.total_assets) as log_assets,
        log_positive(latest.revenue) as log_revenue,

        -- leverage
        ratio(latest.total_liabilities, latest.total_assets) as leverage_ratio,
        ratio(latest.equity, latest.total_liabilities) as equity_to_liabilities_ratio,
        ratio(latest.debt, latest.total_assets) as debt_to_assets_ratio,
        ratio(latest.debt - latest.cash, latest.total_assets) as net_debt_to_assets_ratio,
        ratio(latest.debt, latest.ebitda) as debt_to_ebitda_ratio,
        ratio(latest.short_term_debt, latest.debt) as short_term_debt_share,
        ratio(latest.retained_earnings, latest.total_assets) as retained_earnings_ratio,
        ratio(latest.market_value, latest.total_liabilities) as market_to_liabilities_ratio,
        latest.equity < 0 as has_negative_equity,

        -- profitability
        ratio(latest.net_income, latest.total_assets) as return_on_assets_rate,
        ratio(latest.net_income, latest.equity) as return_on_equity_rate,
        ratio(latest.operating_income, latest.total_assets) as operating_income_to_assets_ratio,
        ratio(latest.operating_income, latest.revenue) as operating_margin_rate,
        ratio(latest.ebitda, latest.revenue) as ebitda_margin_rate,
        ratio(latest.net_income + latest.tax, latest.revenue) as pretax_margin_rate,
        ratio(latest.net_income, latest.revenue) as net_margin_rate,
        ratio(latest.gross_profit, latest.revenue) as gross_margin_rate,

        -- liquidity
        ratio(latest.working_capital, latest.total_assets) as working_capital_to_assets_ratio,
        ratio(latest.current_assets, latest.current_liabilities) as current_ratio,
        ratio(latest.current_assets - latest.inventory, latest.current_liabilities) as quick_ratio,
        ratio(latest.cash, latest.current_liabilities) as cash_to_liabilities_ratio,
        ratio(latest.cash, latest.short_term_debt) as cash_to_short_term_debt_ratio,
        365 * ratio(latest.cash, latest.paid_expense) as cash_cover_days,

        -- structure and turnover
        ratio(latest.fixed_assets, latest.total_assets) as fixed_assets_share,
        ratio(latest.inventory, latest.current_assets) as inventory_share,
        ratio(latest.revenue, latest.total_assets) as asset_turnover_ratio,
        ratio(latest.revenue, latest.fixed_assets) as fixed_asset_turnover_ratio,
        365 * ratio(latest.receivables, latest.revenue) as receivable_days,
        365 * ratio(latest.inventory, latest.cost_of_sales) as inventory_days,
        365 * ratio(latest.payables, latest.cost_of_sales) as payable_days,
        365 * ratio(latest.receivables, latest.revenue)
            + 365 * ratio(latest.inventory - latest.payables, latest.cost_of_sales) as cash_conversion_days,

        -- coverage and cash flow
        ratio(latest.operating_income, latest.interest_expense) as interest_cover_ratio,
        ratio(latest.ebitda, latest.interest_expense + latest.short_term_debt) as debt_service_cover_ratio,
        ratio(latest.interest_expense, latest.debt) as interest_to_debt_rate,
        ratio(latest.operating_cash_flow, latest.total_liabilities) as cash_flow_to_liabilities_ratio,
        ratio(latest.operating_cash_flow, latest.revenue) as cash_flow_margin_rate,
        ratio(latest.operating_cash_flow, latest.ebitda) as cash_flow_to_ebitda_ratio,
        ratio(latest.free_cash_flow, latest.revenue) as free_cash_flow_margin_rate,
        ratio(latest.capital_expenditure, latest.depreciation) as investment_to_depreciation_ratio,

        -- growth
        growth(latest.revenue, latest.revenue_before) as revenue_growth_rate,
        growth(latest.total_assets, latest.total_assets_before) as assets_growth_rate
    from combined as latest

),

known as (

    select
        frame.obligor_id,
        frame.observation_date,
        held.period_end,
        case when held.month_number < held.old_month then held.known_date end as recent_date
    from feat_frame as frame
    left join each_month(spells) as held
        on frame.obligor_id = held.obligor_id
        and frame.month_number = held.month_number

),

observed as (

    select
        known.obligor_id,
        known.observation_date,
        known.period_end,
        days_between(known.period_end, known.observation_date) as statement_age_days,
        ratios.filing_days, ratios.is_audited, ratios.is_restated,
        ratios.revenue, ratios.total_assets, ratios.log_assets, ratios.log_revenue,
        ratios.leverage_ratio, ratios.equity_to_liabilities_ratio, ratios.debt_to_assets_ratio,
        ratios.net_debt_to_assets_ratio, ratios.debt_to_ebitda_ratio, ratios.short_term_debt_share,
        ratios.retained_earnings_ratio, ratios.market_to_liabilities_ratio, ratios.has_negative_equity,
        ratios.return_on_assets_rate, ratios.return_on_equity_rate, ratios.operating_income_to_assets_ratio,
        ratios.operating_margin_rate, ratios.ebitda_margin_rate, ratios.pretax_margin_rate,
        ratios.net_margin_rate, ratios.gross_margin_rate,
        ratios.working_capital_to_assets_ratio, ratios.current_ratio, ratios.quick_ratio,
        ratios.cash_to_liabilities_ratio, ratios.cash_to_short_term_debt_ratio, ratios.cash_cover_days,
        ratios.fixed_assets_share, ratios.inventory_share, ratios.asset_turnover_ratio,
        ratios.fixed_asset_turnover_ratio, ratios.receivable_days, ratios.inventory_days, ratios.payable_days,
        ratios.cash_conversion_days,
        ratios.interest_cover_ratio, ratios.debt_service_cover_ratio, ratios.interest_to_debt_rate,
        ratios.cash_flow_to_liabilities_ratio, ratios.cash_flow_margin_rate, ratios.cash_flow_to_ebitda_ratio,
        ratios.free_cash_flow_margin_rate, ratios.investment_to_depreciation_ratio,
        ratios.revenue_growth_rate, ratios.assets_growth_rate
    from known
    left join ratios
        on known.obligor_id = ratios.obligor_id
        and known.recent_date = ratios.known_date

)

select * from observed;
