-- One row per date and quarter ahead: instalments that fell due on facilities drawn and without arrears on the date.
with

loans as (

    select
        observation_date,
        facility_id,
        quarter_number(month_end_after(observation_date, -2)) + $first_ahead as first_quarter
    from forward_debts
    where drawn > 0 and overdue = 0

),

dated as (

    select
        loans.observation_date,
        quarter_number(repayments.due_date) - loans.first_quarter + 1 as quarter,
        repayments.amount_due
    from loans
    inner join stg_repayments as repayments on loans.facility_id = repayments.facility_id

),

due as (

    select
        observation_date,
        quarter,
        cast(sum(amount_due) as double) as fell_due
    from dated
    where quarter between 1 and 4
    group by observation_date, quarter

)

select * from due
order by observation_date, quarter
