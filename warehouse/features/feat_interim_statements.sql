-- One row per obligor in the book and observation date: the latest statement known by then, of a year or of the year to date.
create or replace table feat_interim_statements as
with

-- A later period beats an earlier one; of one period the group's statement beats the obligor's own, and a year's the year to date.
filed as (

    select
        *,
        4 * month_number(period_end)
            + case when scope = 'consolidated' then 2 else 0 end
            + case when period_type = 'annual' then 1 else 0 end as statement_key
    from stg_financial_statements
    where
        period_end >= window_start(49) -- 24 months in which a statement counts, and the years before it
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
        revenue,
        cost_of_sales,
        revenue - cost_of_sales - operating_expense as operating_income,
        revenue - cost_of_sales - operating_expense + depreciation as ebitda,
        interest_expense,
        net_income,
        operating_cash_flow,
        cash,
        receivables,
        inventory,
        total_assets,
        current_liabilities,
        total_liabilities,
        case
            when short_term_debt is not null or long_term_debt is not null
                then coalesce(short_term_debt, 0) + coalesce(long_term_debt, 0)
        end as debt
    from filed

),

-- What led from each month in which something was published, and the latest year known in either scope. What the first month of the
-- frame finds counts as published in it.
monthly as (

    select
        obligor_id,
        month_number(greatest(published_date, window_start(1))) as from_month,
        max(published_date) as known_date,
        max(statement_key) as statement_key,
        max(period_end) as period_end,
        max(case when mod(statement_key, 4) = 3 then statement_key end) as group_year_key,
        max(case when mod(statement_key, 4) = 1 then statement_key end) as own_year_key
    from filed
    group by obligor_id, month_number(greatest(published_date, window_start(1)))

),

leads as (

    select
        obligor_id,
        from_month,
        known_date,
        max(statement_key) over to_date as leading_key,
        max(period_end) over to_date as period_end,
        max(group_year_key) over to_date as group_year_key,
        max(own_year_key) over to_date as own_year_key,
        lead(from_month) over to_date as next_month
    from monthly
    window to_date as (partition by obligor_id order by from_month)

),

-- What is older than 24 months says nothing about the obligor of today; of what is older than 48, not even the age is told.
spells as (

    select
        obligor_id,
        known_date,
        period_end,
        leading_key,
        mod(leading_key, 2) = 1 as is_year,
        case when mod(leading_key, 4) >= 2 then group_year_key else own_year_key end as year_key,
        from_month,
        month_number(add_days(period_end, 1)) + 24 as old_month,
        least(coalesce(next_month, 99999), month_number(period_end) + 48) as until_month
    from leads

),

-- The statements to compare with, in one scope. Keys are four apart for each month; a year's is one above the year to date's.
compared as (

    select
        *,
        leading_key - 48 as year_ago_key,
        case when leading_key - year_key between 3 and 43 then year_key end as year_end_key, -- 1 to 11 months into the year
        leading_key - year_key = 11 as is_first_quarter,
        case
            when is_year then leading_key - 13
            when leading_key - year_key = 11 then year_key
            when leading_key - year_key between 12 and 43 then leading_key - 12
        end as quarter_start_key
    from spells
    where from_month < old_month

),

joined as (

    select
        compared.known_date,
        latest.*,
        year_ago.revenue as revenue_year_ago,
        year_ago.operating_income as operating_income_year_ago,
        year_ago.debt as debt_year_ago,
        year_ago.total_liabilities as total_liabilities_year_ago,
        year_ago.total_assets as total_assets_year_ago,
        year_end.revenue as revenue_year_end,

        -- the last twelve months: the year, and what the year to date adds to it over the same months a year ago
        case when is_year then latest.revenue else year_end.revenue + latest.revenue - year_ago.revenue end as trailing_revenue,
        case
            when is_year then latest.cost_of_sales
            else year_end.cost_of_sales + latest.cost_of_sales - year_ago.cost_of_sales
        end as trailing_cost_of_sales,
        case
            when is_year then latest.operating_income
            else year_end.operating_income + latest.operating_income - year_ago.operating_income
        end as trailing_operating_income,
        case when is_year then latest.ebitda else year_end.ebitda + latest.ebitda - year_ago.ebitda end as trailing_ebitda,
        case
            when is_year then latest.interest_expense
            else year_end.interest_expense + latest.interest_expense - year_ago.interest_expense
        end as trailing_interest_expense,
        case
            when is_year then latest.net_income else year_end.net_income + latest.net_income - year_ago.net_income
        end as trailing_net_income,
        case
            when is_year then latest.operating_cash_flow
            else year_end.operating_cash_flow + latest.operating_cash_flow - year_ago.operating_cash_flow
        end as trailing_cash_flow,

        -- the last three months
        latest.revenue - case when is_first_quarter then 0 else quarter_start.revenue end as quarter_revenue,
        latest.operating_income - case when is_first_quarter then 0 else quarter_start.operating_income end
            as quarter_operating_income,
        year_ago.revenue - case when is_first_quarter then 0 else quarter_start_year_ago.revenue end as quarter_revenue_year_ago,
        latest.cash - quarter_start.cash as quarter_cash_change,
        latest.receivables - quarter_start.receivables as quarter_receivables_change,
        latest.debt - quarter_start.debt as quarter_debt_change,
        quarter_start.total_assets as total_assets_quarter_start
    from compared
    inner join versions as latest
        on compared.obligor_id = latest.obligor_id
        and compared.leading_key = latest.statement_key
        and latest.published_date <= compared.known_date
        and latest.superseded_date > compared.known_date
    left join versions as year_ago
        on compared.obligor_id = year_ago.obligor_id
        and compared.year_ago_key = year_ago.statement_key
        and year_ago.published_date <= compared.known_date
        and year_ago.superseded_date > compared.known_date
    left join versions as year_end
        on compared.obligor_id = year_end.obligor_id
        and compared.year_end_key = year_end.statement_key
        and year_end.published_date <= compared.known_date
        and year_end.superseded_date > compared.known_date
    left join versions as quarter_start
        on compared.obligor_id = quarter_start.obligor_id
        and compared.quarter_start_key = quarter_start.statement_key
        and quarter_start.published_date <= compared.known_date
        and quarter_start.superseded_date > compared.known_date
    left join versions as quarter_start_year_ago
        on compared.obligor_id = quarter_start_year_ago.obligor_id
        and compared.quarter_start_key - 48 = quarter_start_year_ago.statement_key
        and quarter_start_year_ago.published_date <= compared.known_date
        and quarter_start_year_ago.superseded_date > compared.known_date

),

ratios as (

    select
        obligor_id,
        known_date,

        -- against the same months a year ago
        growth(revenue, revenue_year_ago) as revenue_to_date_growth_rate,
        ratio(operating_income, revenue) - ratio(operating_income_year_ago, revenue_year_ago)
            as operating_margin_to_date_change_rate,
        ratio(debt - debt_year_ago, total_assets_year_ago) as debt_year_change_ratio,
        ratio(total_liabilities, total_assets) - ratio(total_liabilities_year_ago, total_assets_year_ago) as leverage_year_change_ratio,

        -- the last twelve months, and the latest balance sheet
        growth(trailing_revenue, revenue_year_end) as trailing_revenue_growth_rate,
        ratio(trailing_operating_income, trailing_revenue) as trailing_operating_margin_rate,
        ratio(trailing_net_income, total_assets) as trailing_return_on_assets_rate,
        ratio(trailing_operating_income, trailing_interest_expense) as trailing_interest_cover_ratio,
        ratio(debt, trailing_ebitda) as trailing_debt_to_ebitda_ratio,
        ratio(trailing_cash_flow, total_liabilities) as trailing_cash_flow_to_liabilities_ratio,
        365 * ratio(receivables, trailing_revenue) as trailing_receivable_days,
        365 * ratio(inventory, trailing_cost_of_sales) as trailing_inventory_days,
        ratio(cash, current_liabilities) as latest_cash_to_liabilities_ratio,

        -- the last three months
        growth(quarter_revenue, quarter_revenue_year_ago) as quarter_revenue_growth_rate,
        ratio(quarter_operating_income, quarter_revenue) as quarter_operating_margin_rate,
        ratio(quarter_cash_change, total_assets_quarter_start) as quarter_cash_change_ratio,
        ratio(quarter_receivables_change, total_assets_quarter_start) as quarter_receivables_change_ratio,
        ratio(quarter_debt_change, total_assets_quarter_start) as quarter_debt_change_ratio
    from joined

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
    order by frame.obligor_key, frame.month_number -- what repeats lies together on disk

),

observed as (

    select
        known.obligor_id,
        known.observation_date,
        known.period_end as latest_period_end,
        days_between(known.period_end, known.observation_date) as latest_statement_age_days,
        ratios.revenue_to_date_growth_rate, ratios.operating_margin_to_date_change_rate,
        ratios.debt_year_change_ratio, ratios.leverage_year_change_ratio,
        ratios.trailing_revenue_growth_rate, ratios.trailing_operating_margin_rate,
        ratios.trailing_return_on_assets_rate, ratios.trailing_interest_cover_ratio,
        ratios.trailing_debt_to_ebitda_ratio, ratios.trailing_cash_flow_to_liabilities_ratio,
        ratios.trailing_receivable_days, ratios.trailing_inventory_days,
        ratios.latest_cash_to_liabilities_ratio,
        ratios.quarter_revenue_growth_rate, ratios.quarter_operating_margin_rate,
        ratios.quarter_cash_change_ratio, ratios.quarter_receivables_change_ratio,
        ratios.quarter_debt_change_ratio
    from known
    left join ratios
        on known.obligor_id = ratios.obligor_id
        and known.recent_date = ratios.known_date

)

select * from observed;
