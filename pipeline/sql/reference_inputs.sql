-- One row per obligor in the book and observation date from $first to $last: what the reference scores are computed from.
select
    statements.obligor_id,
    statements.observation_date,
    statements.working_capital_to_assets_ratio as working_capital,
    statements.retained_earnings_ratio as retained_earnings,
    statements.operating_income_to_assets_ratio as operating_income,
    statements.equity_to_liabilities_ratio as equity_to_liabilities,
    trends.receivables_index_ratio as receivables_index,
    trends.gross_margin_index_ratio as gross_margin_index,
    trends.asset_quality_index_ratio as asset_quality_index,
    1 + statements.revenue_growth_rate as sales_index,
    trends.depreciation_index_ratio as depreciation_index,
    trends.expense_index_ratio as expense_index,
    trends.leverage_index_ratio as leverage_index,
    trends.accruals_ratio as accruals
from feat_statements as statements
inner join feat_statement_trends as trends
    on statements.obligor_id = trends.obligor_id
    and statements.observation_date = trends.observation_date
where statements.observation_date between cast($first as date) and cast($last as date)
order by statements.observation_date, statements.obligor_id
