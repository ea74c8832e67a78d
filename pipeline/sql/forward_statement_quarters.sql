-- One row per obligor, date and calendar quarter: operating cash flow and sales of the quarter, from statements known on the
-- date. Statements are for the year so far: a quarter is one less the one three months before it, both in their latest version.
create or replace temp table forward_quarters as
with

known as (

    select
        origins.obligor_id,
        origins.observation_date,
        statements.period_end,
        statements.period_type,
        statements.scope,
        statements.operating_cash_flow,
        statements.revenue,
        min(statements.scope) over (partition by origins.obligor_id, origins.observation_date) as wider_scope,
        max(case when statements.period_type = 'annual' then statements.period_end end)
            over (partition by origins.obligor_id, origins.observation_date) as year_end,
        row_number() over (
            partition by
                origins.obligor_id, origins.observation_date, statements.period_end, statements.period_type, statements.scope
            order by statements.published_date desc
        ) as place
    from forward_origins as origins
    inner join stg_financial_statements as statements
        on origins.obligor_id = statements.obligor_id
        and statements.published_date <= origins.as_of
        and statements.period_end <= origins.as_of
        and statements.period_end > month_end_after(origins.as_of, -$reach)

),

-- One scope for all quarters, the group's where it files: a difference between two scopes would be no quarter.
placed as (

    select
        *,
        month_number(period_end) as period_month,
        mod(month_number(period_end) - month_number(year_end) + 11999, 12) + 1 as months_so_far
    from known
    where place = 1 and scope = wider_scope

),

so_far as (

    select * from placed
    where (period_type = 'annual' and months_so_far = 12)
        or (period_type = 'year_to_date' and months_so_far in (3, 6, 9))

),

quarters as (

    select
        so_far.obligor_id,
        so_far.observation_date,
        quarter_number(so_far.period_end) as quarter,
        case when so_far.months_so_far = 3 then so_far.operating_cash_flow
            else so_far.operating_cash_flow - before.operating_cash_flow end as flow,
        case when so_far.months_so_far = 3 then so_far.revenue else so_far.revenue - before.revenue end as sales
    from so_far
    left join so_far as before
        on so_far.obligor_id = before.obligor_id
        and so_far.observation_date = before.observation_date
        and so_far.period_month - 3 = before.period_month
    where mod(month(so_far.period_end), 3) = 0

)

select * from quarters
where flow is not null;
