-- One row per obligor in the book and observation date: a year of invoices known by then.
create or replace table feat_invoices as
with

invoices as (

    select
        obligor_id,
        month_end(invoice_date) as month_end,
        counterparty_id,
        direction,
        status,
        amount
    from stg_invoices

),

monthly as (

    select
        obligor_id,
        month_end,
        count(*) as invoices,
        count(*) filter (where status = 'void') as voids,
        sum(amount) filter (where status = 'valid' and direction = 'sale') as sales,
        sum(amount) filter (where status = 'valid' and direction = 'purchase') as purchases,
        sum(amount) filter (where status = 'valid' and direction = 'sale' and amount > 0) as gross_sales,
        sum(-amount) filter (where status = 'valid' and direction = 'sale' and amount < 0) as refunds
    from invoices
    group by obligor_id, month_end

),

year_back as (

    select
        observations.obligor_id,
        observations.observation_date,
        sum(invoices) filter (where age < 12) as invoices,
        sum(voids) filter (where age < 12) as voids,
        sum(sales) filter (where age < 12) as sales,
        sum(sales) filter (where age < 3) as recent_sales,
        sum(sales) filter (where age >= 12) as sales_before,
        sum(purchases) filter (where age < 12) as purchases,
        sum(gross_sales) filter (where age < 12) as gross_sales,
        sum(refunds) filter (where age < 12) as refunds,
        count(*) filter (where age < 12 and sales > 0) as active_months
    from (
        select
            observations.obligor_id,
            observations.observation_date,
            months_between(monthly.month_end, observations.observation_date) as age,
            monthly.*
        from feat_observations as observations
        inner join monthly
            on observations.obligor_id = monthly.obligor_id
            and monthly.month_end <= observations.observation_date
            and monthly.month_end > month_end_after(observations.observation_date, -24)
    ) as observations
    group by observations.obligor_id, observations.observation_date

),

-- A counterparty counts from a month of trade until its next one, or for a year.
trades as (

    select distinct
        obligor_id,
        counterparty_id,
        month_end
    from invoices
    where
        status = 'valid'
        and counterparty_id is not null

),

spells as (

    select
        obligor_id,
        month_end as starts,
        least(
            month_end_after(month_end, 12),
            coalesce(
                lead(month_end) over (partition by obligor_id, counterparty_id order by month_end),
                month_end_after(month_end, 12)
            )
        ) as ends
    from trades

),

changes as (

    select
        obligor_id,
        month_end,
        sum(change) as change
    from (
        select
            obligor_id,
            starts as month_end,
            1 as change
        from spells
        union all
        select
            obligor_id,
            ends as month_end,
            -1 as change
        from spells
    ) as steps
    group by obligor_id, month_end

),

counterparties as (

    select
        obligor_id,
        month_end as from_date,
        lead(month_end) over (partition by obligor_id order by month_end) as until_date,
        sum(change) over (
            partition by obligor_id
            order by month_end
            rows between unbounded preceding and current row
        ) as counterparties
    from changes

),

combined as (

    select
        observations.obligor_id,
        observations.observation_date,
        log_positive(year_back.sales) as log_sales,
        growth(year_back.sales, year_back.sales_before) as sales_growth_rate,
        ratio(year_back.purchases, year_back.sales) as purchases_to_sales_ratio,
        ratio(year_back.voids, year_back.invoices) as void_share,
        ratio(coalesce(year_back.refunds, 0), year_back.gross_sales) as refund_share,
        ratio(year_back.active_months, 12) as active_months_share,
        ratio(year_back.recent_sales, year_back.sales) as recent_sales_share,
        log_positive(year_back.invoices) as log_invoices,
        log_positive(counterparties.counterparties) as log_counterparties
    from feat_observations as observations
    left join year_back
        on observations.obligor_id = year_back.obligor_id
        and observations.observation_date = year_back.observation_date
    left join counterparties
        on observations.obligor_id = counterparties.obligor_id
        and counterparties.from_date <= observations.observation_date
        and (counterparties.until_date is null or observations.observation_date < counterparties.until_date)
    order by observations.obligor_id, observations.observation_date

)

select * from combined;
