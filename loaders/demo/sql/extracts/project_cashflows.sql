-- One row per project, half-year and basis: foreseen when the loan is made, and what came, known 45 days after the half-year. Money in fen.
create or replace view extract_project_cashflows as
with

halves as (

    select *, 'forecast' as basis, (planned_month // 6) * 6 + 5 as first_month, unnest(range(1, 8)) as half from project

    union all

    select *, 'actual' as basis, (completed_month // 6) * 6 + 5 as first_month, unnest(range(1, 8)) as half from project

),

periods as (

    select
        *,
        first_month + 6 * half as month,
        case when basis = 'forecast' then epoch_day(start_day) else month_end(first_month + 6 * half) + 45 end as published_date
    from halves

),

known as (

    select
        *,
        greatest(0, credit_limit - (credit_limit * (month - 6 - start_month)) // term) as outstanding,
        (credit_limit * (22 + draw(0, item, 0, 20) % 10)) // 100 as planned_revenue
    from periods
    where basis = 'forecast' or (month <= least(book_to, 119) and published_date <= last_book_day())

),

earned as (

    select
        *,
        case when basis = 'forecast' then planned_revenue else (planned_revenue * (88 + draw(0, item, month, 21) % 20)) // 100 end as revenue
    from known

)

select
    (cast(item as bigint) * 512 + month) * 2 + case when basis = 'actual' then 1 else 0 end as pos,
    item,
    project_code(item) as project_id,
    month_end(month) as period_end,
    basis,
    published_date,
    yuan(revenue) as revenue,
    yuan((revenue * (30 + draw(0, item, 0, 22) % 10)) // 100) as operating_cost,
    yuan(revenue // 20) as tax,
    yuan(revenue // 100) as working_capital_change,
    yuan(revenue // 50) as maintenance_expenditure,
    yuan((outstanding * rate_bp) // 20000) as interest,
    yuan(least(outstanding, (credit_limit * 6) // term)) as principal
from earned;
