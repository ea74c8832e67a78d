-- One row per obligor in the book and observation date.
create or replace table feat_observations as
with

calendar as (

    select observation_date from stg_calendar

),

-- In the book: a facility with a line in the month-end book.
by_exposure as (

    select distinct
        lines.obligor_id,
        lines.month_end as observation_date
    from book_lines(stg_exposures, stg_facilities) as lines
    inner join calendar on lines.month_end = calendar.observation_date

),

-- A source without exposures: an annual statement became known in the year before.
by_statement as (

    select distinct
        statements.obligor_id,
        calendar.observation_date
    from stg_financial_statements as statements
    inner join calendar
        on statements.published_date <= calendar.observation_date
        and statements.published_date > month_end_after(calendar.observation_date, -12)
    where
        statements.period_type = 'annual'
        and not exists (select 1 from stg_exposures)

),

-- A source of invoices alone: any invoice known by then.
by_invoice as (

    select
        first_invoices.obligor_id,
        calendar.observation_date
    from (
        select
            obligor_id,
            min(invoice_date) as first_date
        from stg_invoices
        group by obligor_id
    ) as first_invoices
    inner join calendar on first_invoices.first_date <= calendar.observation_date
    where
        not exists (select 1 from stg_exposures)
        and not exists (select 1 from stg_financial_statements)

),

combined as (

    select * from by_exposure
    union all
    select * from by_statement
    union all
    select * from by_invoice
    order by obligor_id, observation_date

)

select * from combined;
