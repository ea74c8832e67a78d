-- One row per obligor in the book and observation date: what flows through its accounts at this bank.
create or replace table feat_account_flows as
with

-- Before its first movement nothing is known of an obligor's accounts; after it, a month without one has none.
histories as (

    select
        obligors.obligor_key,
        month_number(min(transactions.transaction_date)) as first_month
    from stg_account_transactions as transactions
    inner join feat_frame_obligors as obligors on transactions.obligor_id = obligors.obligor_id
    where transactions.transaction_date <= window_end()
    group by obligors.obligor_key

),

-- Months in which the feed ran: somebody's accounts moved. After its last one nothing is known of what moved.
running as (

    select month_number(transaction_date) as month_number
    from stg_account_transactions
    where transaction_date between window_start(1) and window_end()
    group by month_number(transaction_date)

),

-- Squares are of whole units of currency, so that they stay exact.
in_units as (

    select
        *,
        whole_units(cast(inflow as double) / 100) as inflow_units,
        whole_units(cast(outflow as double) / 100) as outflow_units,
        whole_units(cast(payroll as double) / 100) as payroll_units
    from feat_frame_account_months

),

months as (

    select
        *,
        exact_product(inflow_units, inflow_units) as inflow_squares,
        exact_product(outflow_units, outflow_units) as outflow_squares,
        exact_product(payroll_units, payroll_units) as payroll_squares,
        case when inflow > 0 then 1 else 0 end as inflow_months,
        case when outflow > inflow then 1 else 0 end as deficit_months,
        case when payroll > 0 then 1 else 0 end as payroll_months,
        case when tax > 0 then 1 else 0 end as tax_months
    from in_units

),

quarters as (

    select
        obligor_key,
        month_number,
        inflow + lag(inflow, 1, 0) over back + lag(inflow, 2, 0) over back as inflow,
        outflow + lag(outflow, 1, 0) over back + lag(outflow, 2, 0) over back as outflow,
        sales + lag(sales, 1, 0) over back + lag(sales, 2, 0) over back as sales,
        purchases + lag(purchases, 1, 0) over back + lag(purchases, 2, 0) over back as purchases,
        payroll + lag(payroll, 1, 0) over back + lag(payroll, 2, 0) over back as payroll,
        tax + lag(tax, 1, 0) over back + lag(tax, 2, 0) over back as tax,
        repaid + lag(repaid, 1, 0) over back + lag(repaid, 2, 0) over back as repaid,
        inflow_squares + lag(inflow_squares, 1, 0) over back + lag(inflow_squares, 2, 0) over back as inflow_squares,
        outflow_squares
        + lag(outflow_squares, 1, 0) over back
        + lag(outflow_squares, 2, 0) over back as outflow_squares,
        payroll_squares
        + lag(payroll_squares, 1, 0) over back
        + lag(payroll_squares, 2, 0) over back as payroll_squares,
        inflow_months + lag(inflow_months, 1, 0) over back + lag(inflow_months, 2, 0) over back as inflow_months,
        deficit_months + lag(deficit_months, 1, 0) over back + lag(deficit_months, 2, 0) over back as deficit_months,
        payroll_months + lag(payroll_months, 1, 0) over back + lag(payroll_months, 2, 0) over back as payroll_months,
        tax_months + lag(tax_months, 1, 0) over back + lag(tax_months, 2, 0) over back as tax_months,
        max(payroll_date) over two_years as payroll_date,
        max(tax_date) over two_years as tax_date
    from months
    window
        back as (
            partition by obligor_key
            order by month_number
        ),
        two_years as (
            partition by obligor_key
            order by month_number
            rows between 23 preceding and current row
        )

),

years as (

    select
        obligor_key,
        month_number,
        inflow + lag(inflow, 3, 0) over back + lag(inflow, 6, 0) over back + lag(inflow, 9, 0) over back as inflow,
        outflow + lag(outflow, 3, 0) over back + lag(outflow, 6, 0) over back + lag(outflow, 9, 0) over back as outflow,
        sales + lag(sales, 3, 0) over back + lag(sales, 6, 0) over back + lag(sales, 9, 0) over back as sales,
        purchases + lag(purchases, 3, 0) over back + lag(purchases, 6, 0) over back
        + lag(purchases, 9, 0) over back as purchases,
        payroll + lag(payroll, 3, 0) over back + lag(payroll, 6, 0) over back + lag(payroll, 9, 0) over back as payroll,
        tax + lag(tax, 3, 0) over back + lag(tax, 6, 0) over back + lag(tax, 9, 0) over back as tax,
        repaid + lag(repaid, 3, 0) over back + lag(repaid, 6, 0) over back + lag(repaid, 9, 0) over back as repaid,
        inflow_squares + lag(inflow_squares, 3, 0) over back + lag(inflow_squares, 6, 0) over back
        + lag(inflow_squares, 9, 0) over back as inflow_squares,
        outflow_squares + lag(outflow_squares, 3, 0) over back + lag(outflow_squares, 6, 0) over back
        + lag(outflow_squares, 9, 0) over back as outflow_squares,
        payroll_squares + lag(payroll_squares, 3, 0) over back + lag(payroll_squares, 6, 0) over back
        + lag(payroll_squares, 9, 0) over back as payroll_squares,
        inflow_months + lag(inflow_months, 3, 0) over back + lag(inflow_months, 6, 0) over back
        + lag(inflow_months, 9, 0) over back as inflow_months,
        deficit_months + lag(deficit_months, 3, 0) over back + lag(deficit_months, 6, 0) over back
        + lag(deficit_months, 9, 0) over back as deficit_months,
        payroll_months + lag(payroll_months, 3, 0) over back + lag(payroll_months, 6, 0) over back
        + lag(payroll_months, 9, 0) over back as payroll_months,
        tax_months + lag(tax_months, 3, 0) over back + lag(tax_months, 6, 0) over back
        + lag(tax_months, 9, 0) over back as tax_months,
        inflow as recent_inflow,
        outflow as recent_outflow,
        payroll as recent_payroll,
        lag(inflow, 12, 0) over back as same_inflow,
        lag(outflow, 12, 0) over back as same_outflow,
        lag(payroll, 12, 0) over back as same_payroll,
        lag(inflow, 12, 0) over back + lag(inflow, 15, 0) over back + lag(inflow, 18, 0) over back
        + lag(inflow, 21, 0) over back as earlier_inflow,
        lag(outflow, 12, 0) over back + lag(outflow, 15, 0) over back + lag(outflow, 18, 0) over back
        + lag(outflow, 21, 0) over back as earlier_outflow,
        payroll_date,
        tax_date
    from quarters
    window back as (
        partition by obligor_key
        order by month_number
    )

),

-- The accounts are the obligor's own, so its own statement comes before its group's of the same year.
annual as (

    select
        obligor_id,
        published_date as known_date,
        period_end,
        revenue,
        days_between(date '1900-01-01', period_end) * 2 + case when scope = 'standalone' then 1 else 0 end as newness
    from stg_financial_statements
    where
        period_type = 'annual'
        and published_date <= window_end()
        and obligor_id in (select obligor_id from feat_frame_obligors)

),

newest_of_day as (

    select
        *,
        row_number() over (
            partition by obligor_id, known_date
            order by newness desc
        ) as place
    from annual

),

newest_so_far as (

    select
        *,
        max(newness) over (
            partition by obligor_id
            order by known_date
            rows between unbounded preceding and current row
        ) as newest
    from newest_of_day
    where place = 1

),

statements as (

    select
        obligor_id,
        known_date,
        period_end,
        revenue
    from newest_so_far
    where newness = newest

),

stated as (

    select * from latest_known(feat_frame, statements)

),

limits as (

    select
        obligor_id,
        month_end as observation_date,
        sum("limit") as total_limit
    from book_lines(stg_exposures, stg_facilities)
    where month_end between window_start(1) and window_end()
    group by obligor_id, month_end

),

-- Zero where the history is there and nothing moved; missing before it begins.
known as (

    select
        years.obligor_key,
        years.month_number,
        years.month_number - histories.first_month + 1 as months,
        cast(years.inflow as double) / 100 as inflow,
        cast(years.outflow as double) / 100 as outflow,
        cast(years.sales as double) / 100 as sales,
        cast(years.purchases as double) / 100 as purchases,
        cast(years.payroll as double) / 100 as payroll,
        cast(years.tax as double) / 100 as tax,
        cast(years.repaid as double) / 100 as repaid,
        years.inflow_squares,
        years.outflow_squares,
        years.payroll_squares,
        years.inflow_months,
        years.deficit_months,
        years.payroll_months,
        years.tax_months,
        cast(years.recent_inflow as double) / 100 as recent_inflow,
        cast(years.recent_outflow as double) / 100 as recent_outflow,
        cast(years.recent_payroll as double) / 100 as recent_payroll,
        cast(years.same_inflow as double) / 100 as same_inflow,
        cast(years.same_outflow as double) / 100 as same_outflow,
        cast(years.same_payroll as double) / 100 as same_payroll,
        cast(years.earlier_inflow as double) / 100 as earlier_inflow,
        cast(years.earlier_outflow as double) / 100 as earlier_outflow,
        years.payroll_date,
        years.tax_date
    from years
    inner join histories
        on years.obligor_key = histories.obligor_key
        and years.month_number >= histories.first_month
    where
        years.month_number >= month_number(window_start(1))
        and years.month_number in (select month_number from running)

),

combined as (

    select
        frame.obligor_id,
        frame.observation_date,
        case when known.months >= 12 then log_positive(known.inflow) end as log_inflow,
        case when known.months >= 24 then growth(known.inflow, known.earlier_inflow) end as inflow_growth_rate,
        case when known.months >= 24 then growth(known.outflow, known.earlier_outflow) end as outflow_growth_rate,
        case when known.months >= 12 then ratio(known.recent_inflow * 3, known.inflow - known.recent_inflow) end
            as inflow_trend_ratio,
        case when known.months >= 12 then ratio(known.recent_outflow * 3, known.outflow - known.recent_outflow) end
            as outflow_trend_ratio,
        case when known.months >= 15 then growth(known.recent_inflow, known.same_inflow) end as inflow_seasonal_rate,
        case when known.months >= 15 then growth(known.recent_outflow, known.same_outflow) end as outflow_seasonal_rate,
        case when known.months >= 6 then variation(least(known.months, 12), known.inflow, known.inflow_squares) end
            as inflow_variation_ratio,
        case when known.months >= 6 then variation(least(known.months, 12), known.outflow, known.outflow_squares) end
            as outflow_variation_ratio,
        ratio(known.inflow - known.outflow, known.inflow) as net_flow_share,
        ratio(known.recent_inflow - known.recent_outflow, known.recent_inflow) as recent_net_flow_share,
        ratio(known.deficit_months, least(known.months, 12)) as deficit_month_share,
        ratio(least(known.months, 12) - known.inflow_months, least(known.months, 12)) as idle_month_share,
        ratio(known.sales, known.inflow) as sales_inflow_share,
        ratio(known.purchases, known.outflow) as purchase_outflow_share,
        ratio(known.payroll, known.outflow) as payroll_outflow_share,
        ratio(known.payroll_months, least(known.months, 12)) as payroll_month_share,
        variation(known.payroll_months, known.payroll, known.payroll_squares) as payroll_variation_ratio,
        case when known.months >= 15 then growth(known.recent_payroll, known.same_payroll) end as payroll_seasonal_rate,
        days_between(known.payroll_date, frame.observation_date) as since_payroll_days,
        ratio(known.tax_months, least(known.months, 12)) as tax_month_share,
        days_between(known.tax_date, frame.observation_date) as since_tax_days,
        ratio(known.tax, known.sales) as tax_to_sales_ratio,
        ratio(known.repaid, known.outflow + known.repaid) as repayment_outflow_share,
        ratio(known.inflow - known.outflow, known.repaid) as repayment_cover_ratio,
        case
            when known.months >= 12 and stated.period_end > month_end_after(frame.observation_date, -24)
                then ratio(known.sales, stated.revenue)
        end as revenue_share,
        case when known.months >= 12 then ratio(known.inflow - known.outflow, limits.total_limit) end
            as net_flow_to_limit_ratio
    from feat_frame as frame
    left join known
        on frame.obligor_key = known.obligor_key
        and frame.month_number = known.month_number
    left join stated
        on frame.obligor_id = stated.obligor_id
        and frame.observation_date = stated.observation_date
    left join limits
        on frame.obligor_id = limits.obligor_id
        and frame.observation_date = limits.observation_date

)

select * from combined;
