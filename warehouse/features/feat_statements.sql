-- One row per obligor in the book and observation date: ratios of the latest annual statement known by then.
create or replace table feat_statements as
with

every_scope as (

    select * from stg_financial_statements
    where period_type = 'annual'

),

-- A statement of the obligor alone gives way to the group's of the same period from the day on which that is known.
annual as (

    select *
    from every_scope
    qualify scope = 'consolidated'
        or coalesce(
            min(published_date) filter (where scope = 'consolidated')
                over (partition by obligor_id, period_end) > published_date,
            true
        )

),

versions as (

    select
        *,
        max(period_end) over (
            partition by obligor_id
            order by published_date, period_end, scope desc
            rows between unbounded preceding and current row
        ) as latest_period_end
    from annual

),

-- A late-filed older year never beats a newer one.
leading_versions as (

    select
        *,
        coalesce(
            lead(published_date) over (partition by obligor_id order by published_date, period_end, scope desc),
            date '9999-12-31'
        ) as superseded_date
    from versions
    where period_end = latest_period_end

),

in_force as (

    select
        observations.observation_date,
        versions.*
    from feat_observations as observations
    inner join leading_versions as versions
        on observations.obligor_id = versions.obligor_id
        and versions.published_date <= observations.observation_date
        and versions.superseded_date > observations.observation_date

),

-- The year before, in the latest version known by the observation date.
year_before as (

    select
        in_force.obligor_id,
        in_force.observation_date,
        annual.revenue,
        annual.total_assets,
        row_number() over (
            partition by in_force.obligor_id, in_force.observation_date
            order by annual.published_date desc, annual.scope
        ) as place
    from in_force
    inner join annual
        on in_force.obligor_id = annual.obligor_id
        and annual.period_end = month_end_after(in_force.period_end, -12)
        and annual.published_date <= in_force.observation_date

),

combined as (

    select
        in_force.*,
        before.revenue as revenue_before,
        before.total_assets as total_assets_before,
        in_force.revenue - in_force.cost_of_sales - in_force.operating_expense as operating_income,
        coalesce(in_force.short_term_debt, 0) + coalesce(in_force.long_term_debt, 0) as debt
    from in_force
    left join year_before as before
        on in_force.obligor_id = before.obligor_id
        and in_force.observation_date = before.observation_date
        and before.place = 1

),

ratios as (

    select
        observations.obligor_id,
        observations.observation_date,
        combined.period_end,
        days_between(combined.period_end, observations.observation_date) as statement_age_days,

        -- sizes
        combined.revenue,
        combined.total_assets,
        log_positive(combined.total_assets) as log_assets,

        -- leverage
        ratio(combined.total_liabilities, combined.total_assets) as leverage_ratio,
        ratio(combined.debt, combined.total_assets) as debt_to_assets_ratio,
        ratio(combined.retained_earnings, combined.total_assets) as retained_earnings_ratio,
        ratio(combined.market_value, combined.total_liabilities) as market_to_liabilities_ratio,
        combined.equity < 0 as has_negative_equity,

        -- profitability
        ratio(combined.net_income, combined.total_assets) as return_on_assets_rate,
        ratio(combined.operating_income, combined.revenue) as operating_margin_rate,
        ratio(combined.net_income, combined.revenue) as net_margin_rate,
        ratio(combined.revenue - combined.cost_of_sales, combined.revenue) as gross_margin_rate,

        -- liquidity
        ratio(combined.current_assets, combined.current_liabilities) as current_ratio,
        ratio(combined.current_assets - combined.inventory, combined.current_liabilities) as quick_ratio,
        ratio(combined.cash, combined.current_liabilities) as cash_to_liabilities_ratio,

        -- turnover
        ratio(combined.revenue, combined.total_assets) as asset_turnover_ratio,
        365 * ratio(combined.receivables, combined.revenue) as receivable_days,
        365 * ratio(combined.inventory, combined.cost_of_sales) as inventory_days,

        -- coverage and cash flow
        ratio(combined.operating_income, combined.interest_expense) as interest_cover_ratio,
        ratio(combined.operating_cash_flow, combined.total_liabilities) as cash_flow_to_liabilities_ratio,

        -- growth
        growth(combined.revenue, combined.revenue_before) as revenue_growth_rate,
        growth(combined.total_assets, combined.total_assets_before) as assets_growth_rate
    from feat_observations as observations
    left join combined
        on observations.obligor_id = combined.obligor_id
        and observations.observation_date = combined.observation_date
    order by observations.obligor_id, observations.observation_date

)

select * from ratios;
