-- One row per obligor in the book and observation date from $first to $last: sales, turns on the mean of two year ends, and what
-- finances the trade. An item of which there is none at the latest year end turns without end, and stands no days.
with

loans as (

    select
        obligor_id,
        month_end as observation_date,
        cast(sum(case when product = 'working_capital' then drawn else 0 end) as double) as current_loans
    from book_terms(stg_exposures, stg_facilities)
    where month_end between cast($first as date) and cast($last as date)
    group by obligor_id, month_end

),

inputs as (

    select
        statements.obligor_id,
        statements.observation_date,
        cast(statements.revenue as double) as revenue,
        statements.pretax_margin_rate as profit_margin,
        statements.revenue_growth_rate as growth,
        trends.inventory_turnover_ratio as inventory_turns,
        statements.inventory_days = 0 as has_no_inventory,
        trends.receivable_turnover_ratio as receivable_turns,
        statements.receivable_days = 0 as has_no_receivables,
        trends.payable_turnover_ratio as payable_turns,
        statements.payable_days = 0 as has_no_payables,
        statements.working_capital_to_assets_ratio * cast(statements.total_assets as double) as own_funds,
        case
            when statements.debt_to_assets_ratio = 0 then 0
            else statements.short_term_debt_share * statements.debt_to_assets_ratio * cast(statements.total_assets as double)
        end as short_term_debt,
        loans.current_loans
    from feat_statements as statements
    inner join feat_statement_trends as trends
        on statements.obligor_id = trends.obligor_id
        and statements.observation_date = trends.observation_date
    left join loans
        on statements.obligor_id = loans.obligor_id
        and statements.observation_date = loans.observation_date
    where statements.observation_date between cast($first as date) and cast($last as date)

)

select * from inputs
order by observation_date, obligor_id
