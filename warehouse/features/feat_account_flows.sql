-- One row per obligor in the book and observation date: what flows through its accounts at this bank.
create or replace table feat_account_flows as
with

movements as (

    select
        obligor_id,
        transaction_date,
        month_number(transaction_date) as month_number,
        direction,
        category,
        amount
    from stg_account_transactions
    where
        transaction_date <= window_end()
        and obligor_id in (select obligor_id from feat_frame_obligors)

),

-- Before its first movement nothing is known of an obligor's accounts; after it, a month without one has none.
histories as (

    select
        obligor_id,
        min(month_number) as first_month
    from movements
    group by obligor_id

),

-- Loans are kept apart: what the bank lends is no income.
monthly as (

    select
        obligor_id,
        month_number,
        sum(case when direction = 'in' and category <> 'loan' then amount else 0 end) as inflow,
        sum(case when direction = 'out' and category <> 'loan' then amount else 0 end) as outflow,
        sum(case when direction = 'in' and category = 'sales' then amount else 0 end) as sales,
        sum(case when direction = 'out' and category = 'purchase' then amount else 0 end) as purchases,
        sum(case when direction = 'out' and category = 'payroll' then amount else 0 end) as payroll,
        sum(case when direction = 'out' and category = 'tax' then amount else 0 end) as tax,
        sum(case when direction = 'out' and category = 'loan' then amount else 0 end) as repaid,
        max(case when direction = 'out' and category = 'payroll' then transaction_date end) as payroll_date,
        max(case when direction = 'out' and category = 'tax' then transaction_date end) as tax_date
    from movements
    where transaction_date >= window_start(24)
    group by obligor_id, month_number

),

lags as (

    select 0 as lag_months
    union all
    select 1 as lag_months
    union all
    select 2 as lag_months

),

-- The three months that end with each month; squares of whole units of currency stay exact.
quarters as (

    select
        monthly.obligor_id,
        monthly.month_number + lags.lag_months as month_number,
        sum(monthly.inflow) as inflow,
        sum(monthly.outflow) as outflow,
        sum(monthly.sales) as sales,
        sum(monthly.purchases) as purchases,
        sum(monthly.payroll) as payroll,
        sum(monthly.tax) as tax,
        sum(monthly.repaid) as repaid,
        sum(exact_product(whole_units(monthly.inflow), whole_units(monthly.inflow))) as inflow_squares,
        sum(exact_product(whole_units(monthly.outflow), whole_units(monthly.outflow))) as outflow_squares,
        sum(exact_product(whole_units(monthly.payroll), whole_units(monthly.payroll))) as payroll_squares,
        count_where(monthly.inflow > 0) as inflow_months,
        count_where(monthly.outflow > monthly.inflow) as deficit_months,
        count_where(monthly.payroll > 0) as payroll_months,
        count_where(monthly.tax > 0) as tax_months,
        max(monthly.payroll_date) as payroll_date,
        max(monthly.tax_date) as tax_date
    from monthly
    cross join lags
    group by monthly.obligor_id, monthly.month_number + lags.lag_months

),

-- Eight quarters make this year and the year before.
steps as (

    select
        first_half.lag_months * 3 + second_half.lag_months * 9 as back
    from lags as first_half
    cross join lags as second_half
    where first_half.lag_months * 3 + second_half.lag_months * 9 <= 21

),

past as (

    select
        obligor_id,
        observation_date,
        back,
        month_number - back as month_number
    from feat_frame
    cross join steps

),

years as (

    select
        past.obligor_id,
        past.observation_date,
        cast(sum(case when past.back < 12 then quarters.inflow else 0 end) as double) as inflow,
        cast(sum(case when past.back < 12 then quarters.outflow else 0 end) as double) as outflow,
        cast(sum(case when past.back < 12 then quarters.sales else 0 end) as double) as sales,
        cast(sum(case when past.back < 12 then quarters.purchases else 0 end) as double) as purchases,
        cast(sum(case when past.back < 12 then quarters.payroll else 0 end) as double) as payroll,
        cast(sum(case when past.back < 12 then quarters.tax else 0 end) as double) as tax,
        cast(sum(case when past.back < 12 then quarters.repaid else 0 end) as double) as repaid,
        cast(sum(case when past.back < 12 then quarters.inflow_squares else 0 end) as double) as inflow_squares,
        cast(sum(case when past.back < 12 then quarters.outflow_squares else 0 end) as double) as outflow_squares,
        cast(sum(case when past.back < 12 then quarters.payroll_squares else 0 end) as double) as payroll_squares,
        cast(sum(case when past.back < 12 then quarters.inflow_months else 0 end) as double) as inflow_months,
        cast(sum(case when past.back < 12 then quarters.deficit_months else 0 end) as double) as deficit_months,
        cast(sum(case when past.back < 12 then quarters.payroll_months else 0 end) as double) as payroll_months,
        cast(sum(case when past.back < 12 then quarters.tax_months else 0 end) as double) as tax_months,
        cast(sum(case when past.back = 0 then quarters.inflow else 0 end) as double) as recent_inflow,
        cast(sum(case when past.back = 0 then quarters.outflow else 0 end) as double) as recent_outflow,
        cast(sum(case when past.back = 0 then quarters.payroll else 0 end) as double) as recent_payroll,
        cast(sum(case when past.back = 12 then quarters.inflow else 0 end) as double) as same_inflow,
        cast(sum(case when past.back = 12 then quarters.outflow else 0 end) as double) as same_outflow,
        cast(sum(case when past.back = 12 then quarters.payroll else 0 end) as double) as same_payroll,
        cast(sum(case when past.back >= 12 then quarters.inflow else 0 end) as double) as earlier_inflow,
        cast(sum(case when past.back >= 12 then quarters.outflow else 0 end) as double) as earlier_outflow,
        max(quarters.payroll_date) as payroll_date,
        max(quarters.tax_date) as tax_date
    from past
    inner join quarters
        on past.obligor_id = quarters.obligor_id
        and past.month_number = quarters.month_number
    group by past.obligor_id, past.observation_date

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
        facilities.obligor_id,
        exposures.month_end as observation_date,
        sum(exposures."limit") as total_limit
    from stg_exposures as exposures
    inner join stg_facilities as facilities
        on exposures.facility_id = facilities.facility_id
        and exposures.month_end >= facilities.start_date
    where exposures.month_end between window_start(1) and window_end()
    group by facilities.obligor_id, exposures.month_end

),

-- Zero where the history is there and nothing moved; missing before it begins.
known as (

    select
        frame.obligor_id,
        frame.observation_date,
        frame.month_number - histories.first_month + 1 as months,
        coalesce(years.inflow, 0) as inflow,
        coalesce(years.outflow, 0) as outflow,
        coalesce(years.sales, 0) as sales,
        coalesce(years.purchases, 0) as purchases,
        coalesce(years.payroll, 0) as payroll,
        coalesce(years.tax, 0) as tax,
        coalesce(years.repaid, 0) as repaid,
        coalesce(years.inflow_squares, 0) as inflow_squares,
        coalesce(years.outflow_squares, 0) as outflow_squares,
        coalesce(years.payroll_squares, 0) as payroll_squares,
        coalesce(years.inflow_months, 0) as inflow_months,
        coalesce(years.deficit_months, 0) as deficit_months,
        coalesce(years.payroll_months, 0) as payroll_months,
        coalesce(years.tax_months, 0) as tax_months,
        coalesce(years.recent_inflow, 0) as recent_inflow,
        coalesce(years.recent_outflow, 0) as recent_outflow,
        coalesce(years.recent_payroll, 0) as recent_payroll,
        coalesce(years.same_inflow, 0) as same_inflow,
        coalesce(years.same_outflow, 0) as same_outflow,
        coalesce(years.same_payroll, 0) as same_payroll,
        coalesce(years.earlier_inflow, 0) as earlier_inflow,
        coalesce(years.earlier_outflow, 0) as earlier_outflow,
        years.payroll_date,
        years.tax_date
    from feat_frame as frame
    inner join histories
        on frame.obligor_id = histories.obligor_id
        and histories.first_month <= frame.month_number
    left join years
        on frame.obligor_id = years.obligor_id
        and frame.observation_date = years.observation_date

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
        on frame.obligor_id = known.obligor_id
        and frame.observation_date = known.observation_date
    left join stated
        on frame.obligor_id = stated.obligor_id
        and frame.observation_date = stated.observation_date
    left join limits
        on frame.obligor_id = limits.obligor_id
        and frame.observation_date = limits.observation_date

)

select * from combined;
