-- One row per obligor in the book and observation date: two years of invoices known by then.
create or replace table feat_invoices as
with

invoices as (

    select
        obligor_id,
        month_number(invoice_date) as month_number,
        invoice_date,
        coalesce(counterparty_id, counterparty_registration_number, counterparty_name) as counterparty_id,
        direction,
        status,
        amount,
        tax
    from stg_invoices
    where
        invoice_date between window_start(24) and window_end()
        and obligor_id in (select obligor_id from feat_frame_obligors)

),

-- Growth needs two whole years of invoices, that of a quarter fifteen months: against a fragment it would say nothing.
histories as (

    select
        obligor_id,
        month_number(min(invoice_date)) as first_month,
        month_number(min(case when direction = 'sale' then invoice_date end)) as first_sale_month,
        month_number(min(case when direction = 'purchase' then invoice_date end)) as first_purchase_month
    from stg_invoices
    where
        invoice_date <= window_end()
        and obligor_id in (select obligor_id from feat_frame_obligors)
    group by obligor_id

),

monthly as (

    select
        obligor_id,
        month_number,
        count(*) as invoices,
        count_where(status = 'void') as voids,
        sum(case when status = 'valid' and direction = 'sale' then amount else 0 end) as sales,
        sum(case when status = 'valid' and direction = 'sale' then tax else 0 end) as sales_tax,
        sum(case when status = 'valid' and direction = 'sale' and amount > 0 then amount else 0 end) as gross_sales,
        sum(case when status = 'valid' and direction = 'sale' and amount < 0 then -amount else 0 end) as refunds,
        count_where(status = 'valid' and direction = 'sale' and amount > 0) as tickets,
        sum(
            case
                when status = 'valid' and direction = 'sale' and amount > 0 and days_between(invoice_date, month_end(invoice_date)) < 5
                    then amount
                else 0
            end
        ) as last_days_sales,
        max(case when status = 'valid' and direction = 'sale' and amount > 0 then invoice_date end) as last_sale_date,
        sum(case when status = 'valid' and direction = 'purchase' then amount else 0 end) as purchases,
        sum(case when status = 'valid' and direction = 'purchase' then tax else 0 end) as purchases_tax,
        sum(case when status = 'valid' and direction = 'purchase' and amount > 0 then amount else 0 end) as gross_purchases,
        sum(case when status = 'valid' and direction = 'purchase' and amount < 0 then -amount else 0 end) as purchase_refunds
    from invoices
    group by obligor_id, month_number

),

-- A month counts in the twelve that begin with it. Sales are squared as whole currency, for sums of squares must be exact.
year_spells as (

    select
        obligor_id,
        month_number as from_month,
        month_number + 12 as until_month,
        invoices,
        voids,
        tickets,
        last_sale_date,
        cast(sales as decimal(18, 2)) as sales,
        cast(sales_tax as decimal(18, 2)) as sales_tax,
        cast(gross_sales as decimal(18, 2)) as gross_sales,
        cast(refunds as decimal(18, 2)) as refunds,
        cast(last_days_sales as decimal(18, 2)) as last_days_sales,
        cast(purchases as decimal(18, 2)) as purchases,
        cast(purchases_tax as decimal(18, 2)) as purchases_tax,
        cast(gross_purchases as decimal(18, 2)) as gross_purchases,
        cast(purchase_refunds as decimal(18, 2)) as purchase_refunds,
        case when sales > 0 then cast(sales as decimal(18, 0)) end as whole_sales,
        case when sales > 0 then cast(sales as decimal(19, 0)) * cast(sales as decimal(18, 0)) end as squared_sales
    from monthly

),

years as (

    select
        obligor_id,
        month_number,
        sum(invoices) as invoices,
        sum(voids) as voids,
        sum(tickets) as tickets,
        max(last_sale_date) as last_sale_date,
        sum(sales) as sales,
        sum(sales_tax) as sales_tax,
        sum(gross_sales) as gross_sales,
        sum(refunds) as refunds,
        sum(last_days_sales) as last_days_sales,
        sum(purchases) as purchases,
        sum(purchases_tax) as purchases_tax,
        sum(gross_purchases) as gross_purchases,
        sum(purchase_refunds) as purchase_refunds,
        count_where(sales > 0) as sale_months,
        sum(whole_sales) as whole_sales,
        sum(squared_sales) as squared_sales
    from each_month(year_spells)
    group by obligor_id, month_number

),

-- The last three months; and a year later the same three and all twelve, to compare with.
other_spells as (

    select
        obligor_id,
        month_number as from_month,
        month_number + 3 as until_month,
        cast(sales as decimal(18, 2)) as recent_sales,
        cast(purchases as decimal(18, 2)) as recent_purchases,
        cast(0 as decimal(18, 2)) as recent_sales_before,
        cast(0 as decimal(18, 2)) as recent_purchases_before,
        cast(0 as decimal(18, 2)) as sales_before,
        cast(0 as decimal(18, 2)) as purchases_before,
        0 as invoices_before,
        0 as voids_before
    from monthly
    union all
    select
        obligor_id,
        month_number + 12 as from_month,
        month_number + 15 as until_month,
        0 as recent_sales,
        0 as recent_purchases,
        sales as recent_sales_before,
        purchases as recent_purchases_before,
        sales as sales_before,
        purchases as purchases_before,
        invoices as invoices_before,
        voids as voids_before
    from monthly
    union all
    select
        obligor_id,
        month_number + 15 as from_month,
        month_number + 24 as until_month,
        0 as recent_sales,
        0 as recent_purchases,
        0 as recent_sales_before,
        0 as recent_purchases_before,
        sales as sales_before,
        purchases as purchases_before,
        invoices as invoices_before,
        voids as voids_before
    from monthly

),

comparisons as (

    select
        obligor_id,
        month_number,
        sum(recent_sales) as recent_sales,
        sum(recent_purchases) as recent_purchases,
        sum(recent_sales_before) as recent_sales_before,
        sum(recent_purchases_before) as recent_purchases_before,
        sum(sales_before) as sales_before,
        sum(purchases_before) as purchases_before,
        sum(invoices_before) as invoices_before,
        sum(voids_before) as voids_before
    from each_month(other_spells)
    group by obligor_id, month_number

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

counts as (

    select
        obligor_id,
        month_number as from_month,
        coalesce(lead(month_number) over (partition by obligor_id order by month_number), month_number) as until_month,
        sum(change) over (
            partition by obligor_id
            order by month_number
            rows between unbounded preceding and current row
        ) as counterparties
    from changes

),

counterparties as (

    select
        obligor_id,
        month_number,
        counterparties
    from each_month(counts)

),

combined as (

    select
        frame.obligor_id,
        frame.observation_date,

        -- size and trend
        log_positive(years.sales) as log_sales,
        case
            when histories.first_month <= frame.month_number - 23 then growth(coalesce(years.sales, 0), comparisons.sales_before)
        end as sales_growth_rate,
        ratio(case when histories.first_purchase_month <= frame.month_number then years.purchases end, years.sales)
            as purchases_to_sales_ratio,
        ratio(years.voids, years.invoices) as void_share,
        ratio(years.refunds, years.gross_sales) as refund_share,
        case when histories.first_sale_month <= frame.month_number then ratio(coalesce(years.sale_months, 0), 12) end as active_months_share,
        ratio(coalesce(comparisons.recent_sales, 0), years.sales) as recent_sales_share,
        log_positive(years.invoices) as log_invoices,
        log_positive(counterparties.counterparties) as log_counterparties,

        -- trend beyond the season
        case
            when histories.first_month <= frame.month_number - 14
                then growth(coalesce(comparisons.recent_sales, 0), comparisons.recent_sales_before)
        end as recent_sales_growth_rate,
        case
            when histories.first_month <= frame.month_number - 23 then growth(coalesce(years.purchases, 0), comparisons.purchases_before)
        end as purchases_growth_rate,
        case
            when histories.first_month <= frame.month_number - 14
                then growth(coalesce(comparisons.recent_purchases, 0), comparisons.recent_purchases_before)
        end as recent_purchases_growth_rate,
        case
            when histories.first_sale_month <= frame.month_number - 23 and histories.first_purchase_month <= frame.month_number - 23
                then ratio(years.sales - years.purchases, years.sales)
                    - ratio(comparisons.sales_before - comparisons.purchases_before, comparisons.sales_before)
        end as invoice_margin_change,

        -- regularity
        case
            when histories.first_month <= frame.month_number - 11
                then variation(12, years.whole_sales, years.squared_sales)
        end as sales_variation_ratio,
        days_between(years.last_sale_date, frame.observation_date) as last_sale_days,
        ratio(years.last_days_sales, years.gross_sales) as last_days_sales_share,

        -- tickets
        ratio(years.gross_sales, years.tickets) as average_sale,

        -- voids and refunds
        case
            when histories.first_month <= frame.month_number - 23
                then ratio(years.voids, years.invoices) - ratio(comparisons.voids_before, comparisons.invoices_before)
        end as void_share_change,
        ratio(years.purchase_refunds, years.gross_purchases) as purchase_refund_share,

        -- tax
        ratio(years.sales_tax, years.sales) as sales_tax_rate,
        ratio(
            case when histories.first_purchase_month <= frame.month_number then years.sales_tax - years.purchases_tax end, years.sales
        ) as tax_burden_rate
    from feat_frame as frame
    left join years
        on frame.obligor_id = years.obligor_id
        and frame.month_number = years.month_number
    left join comparisons
        on frame.obligor_id = comparisons.obligor_id
        and frame.month_number = comparisons.month_number
    left join histories on frame.obligor_id = histories.obligor_id
    left join counterparties
        on frame.obligor_id = counterparties.obligor_id
        and frame.month_number = counterparties.month_number

)

select * from combined;
