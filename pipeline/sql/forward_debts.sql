-- One row per date and facility with a line in that month end's book: what it owes, and what the year before tells of how it repays.
create or replace temp table forward_debts as
with

lines as (

    select
        month_end as observation_date,
        obligor_id,
        facility_id,
        drawn,
        annual_rate,
        month_number(maturity_date) - month_number as months_to_maturity,
        least(month_number - month_number(start_date), 12) as months_due,
        month_end_after(month_end, -12) as year_before
    from book_terms(stg_exposures, stg_facilities)
    where month_end in (select observation_date from forward_origins)

),

-- An instalment counts as unpaid while the day on which it was paid lies after the date.
dues as (

    select
        lines.observation_date,
        lines.facility_id,
        sum(case when repayments.due_date > lines.year_before then repayments.amount_due end) as due_in_year,
        sum(case when repayments.paid_date is null or repayments.paid_date > lines.observation_date then repayments.amount_due end)
            as overdue
    from lines
    inner join stg_repayments as repayments
        on lines.facility_id = repayments.facility_id
        and repayments.due_date <= lines.observation_date
    group by lines.observation_date, lines.facility_id

),

debts as (

    select
        lines.observation_date,
        lines.obligor_id,
        lines.facility_id,
        cast(lines.drawn as double) as drawn,
        lines.annual_rate,
        lines.months_to_maturity,
        lines.months_due,
        cast(dues.due_in_year as double) as due_in_year,
        cast(coalesce(dues.overdue, 0) as double) as overdue
    from lines
    left join dues
        on lines.facility_id = dues.facility_id
        and lines.observation_date = dues.observation_date

)

select * from debts;
