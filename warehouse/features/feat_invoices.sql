-- One row per obligor in the book and observation date: a year of invoices known by then.
create or replace table feat_invoices as
with

observations as (

    select
        obligor_id,
        observation_date,
        month_number(observation_date) as month_number
    from feat_observations

),

invoices as (

    select
        obligor_id,
        month_number(invoice_date) as month_number,
        counterparty_id,
        direction,
        status,
        amount
    from stg_invoices

),

monthly as (

    select
        obligor_id,
        month_number,
        count(*) as invoices,
        count(*) filter (where status = 'void') as voids,
        sum(amount) filter (where status = 'valid' and direction = 'sale') as sales,
        sum(amount) filter (where status = 'valid' and direction = 'purchase') as purchases,
        sum(amount) filter (where status = 'valid' and direction = 'sale' and amount > 0) as gross_sales,
        sum(-amount) filter (where status = 'valid' and direction = 'sale' and amount < 0) as refunds
    from invoices
    group by obligor_id, month_number

),

-- Each month counts in the twelve observation months from its own, and as the year before in the twelve after.
aged as (

    select
        observations.obligor_id,
        observations.observation_date,
        observations.month_number - monthly.month_number as age,
        monthly.invoices,
        monthly.voids,
        monthly.sales,
        monthly.purchases,
        monthly.gross_sales,
        monthly.refunds
    from observations
    inner join monthly
        on observations.obligor_id = monthly.obligor_id
        and monthly.month_number between observations.month_number - 23 and observations.month_number

),

year_back as (

    select
        obligor_id,
        observation_date,
        sum(invoices) filter (where age < 12) as invoices,
        sum(voids) filter (where age < 12) as voids,
        sum(sales) filter (where age < 12) as sales,
        sum(sales) filter (where age < 3) as recent_sales,
        sum(sales) filter (where age >= 12) as sales_before,
        sum(purchases) filter (where age < 12) as purchases,
        sum(gross_sales) filter (where age < 12) as gross_sales,
        sum(refunds) filter (where age < 12) as refunds,
        count(*) filter (where age < 12 and sales > 0) as active_months
    from aged
    group by obligor_id, observation_date

),

-- Growth needs two whole years of invoices: against a fragment it would say nothing.
histories as (

    select
        obligor_id,
        min(month_number) as first_month
    from monthly
    group by obligor_id

),

-- A counterparty counts from a month of trade until its next one, or for a year.
trades as (

    select distinct
        obligor_id,
        counterparty_id,
        month_number
    from invoices
    where
        status = 'valid'
        and counterparty_id is not null

),

spells as (

    select
        obligor_id,
        month_number as starts,
        least(
            month_number + 12,
            coalesce(
                lead(month_number) over (partition by obligor_id, counterparty_id order by month_number),
                month_number + 12
            )
        ) as ends
    from trades

),

changes as (

    select
        obligor_id,
        month_number,
        sum(change) as change
    from (
        select
            obligor_id,
            starts as month_number,
            1 as change
        from spells
        union all
        select
            obligor_id,
            ends as month_number,
            -1 as change
        from spells
    ) as steps
    group by obligor_id, month_number

),

counterparties as (

    select
        obligor_id,
        month_number as from_month,
        coalesce(lead(month_number) over (partition by obligor_id order by month_number), 999999) as until_month,
        sum(change) over (
            partition by obligor_id
            order by month_number
            rows between unbounded preceding and current row
        ) as counterparties
    from changes

),

combined as (

    select
        observations.obligor_id,
        observations.observation_date,
        log_positive(year_back.sales) as log_sales,
        case
            when histories.first_month <= observations.month_number - 23
                then growth(year_back.sales, year_back.sales_before)
        end as sales_growth_rate,
        ratio(year_back.purchases, year_back.sales) as purchases_to_sales_ratio,
        ratio(year_back.voids, year_back.invoices) as void_share,
        ratio(coalesce(year_back.refunds, 0), year_back.gross_sales) as refund_share,
        ratio(year_back.active_months, 12) as active_months_share,
        ratio(year_back.recent_sales, year_back.sales) as recent_sales_share,
        log_positive(year_back.invoices) as log_invoices,
        log_positive(counterparties.counterparties) as log_counterparties
    from observations
    left join year_back
        on observations.obligor_id = year_back.obligor_id
        and observations.observation_date = year_back.observation_date
    left join histories on observations.obligor_id = histories.obligor_id
    left join counterparties
        on observations.obligor_id = counterparties.obligor_id
        and counterparties.from_month <= observations.month_number
        and counterparties.until_month > observations.month_number
    order by observations.obligor_id, observations.observation_date

)

select * from combined;
