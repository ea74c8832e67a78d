-- One row per obligor in the book and observation date: whom it sold to and bought from in the year, as known by then.
create or replace table feat_supply_chain as
with

named as (

    select
        obligor_id,
        direction,
        coalesce(counterparty_id, counterparty_registration_number, counterparty_name) as counterparty_id,
        invoice_date,
        amount
    from stg_invoices
    where
        status = 'valid'
        and invoice_date <= window_end()
        and obligor_id in (select obligor_id from feat_frame_obligors)

),

relations as (

    select
        obligor_id,
        direction,
        counterparty_id,
        month_number(min(invoice_date)) as first_month
    from named
    where counterparty_id is not null
    group by obligor_id, direction, counterparty_id

),

-- One side is what an obligor sells, the other what it buys. Numbers are quicker to compare than names.
histories as (

    select
        obligor_id,
        direction,
        row_number() over (order by obligor_id, direction) as side_number,
        min(first_month) as first_month
    from relations
    group by obligor_id, direction

),

numbered as (

    select
        relations.*,
        histories.side_number,
        row_number() over (order by relations.obligor_id, relations.direction, relations.counterparty_id) as relation_number
    from relations
    inner join histories
        on relations.obligor_id = histories.obligor_id
        and relations.direction = histories.direction

),

monthly as (

    select
        obligor_id,
        direction,
        counterparty_id,
        month_number(invoice_date) as month_number,
        cast(sum(amount) as decimal(18, 2)) as amount
    from named
    where
        counterparty_id is not null
        and invoice_date >= window_start(24)
    group by obligor_id, direction, counterparty_id, month_number(invoice_date)

),

trades as (

    select
        numbered.relation_number,
        numbered.side_number,
        numbered.first_month,
        monthly.month_number,
        monthly.amount
    from monthly
    inner join numbered
        on monthly.obligor_id = numbered.obligor_id
        and monthly.direction = numbered.direction
        and monthly.counterparty_id = numbered.counterparty_id

),

-- What is traded in a month counts in the twelve that begin with it, and as of the year before in the twelve after these.
steps as (

    select
        relation_number,
        side_number,
        first_month,
        month_number,
        amount as year_step,
        0 as year_before_step
    from trades
    union all
    select
        relation_number,
        side_number,
        first_month,
        month_number + 12 as month_number,
        -amount as year_step,
        amount as year_before_step
    from trades
    union all
    select
        relation_number,
        side_number,
        first_month,
        month_number + 24 as month_number,
        0 as year_step,
        -amount as year_before_step
    from trades

),

totals as (

    select
        side_number,
        first_month,
        month_number as from_month,
        lead(month_number) over relation as until_month,
        sum(year_step) over relation as year_amount,
        sum(year_before_step) over relation as year_before_amount
    from steps
    window relation as (partition by relation_number order by month_number)

),

-- A counterparty to which more was refunded than sold counts as none.
spells as (

    select
        side_number,
        first_month,
        from_month,
        until_month,
        case when year_amount > 0 then cast(year_amount as decimal(18, 2)) end as amount,
        case when year_amount > 0 then cast(year_amount as decimal(19, 2)) * cast(year_amount as decimal(19, 2)) end as square,
        case when year_amount > 0 then cast(year_amount as decimal(19, 2)) * first_month end as amount_by_first_month,
        case when year_before_amount > 0 then cast(year_before_amount as decimal(18, 2)) end as amount_before
    from totals
    where
        until_month > from_month
        and (year_amount > 0 or year_before_amount > 0)

),

sides as (

    select
        side_number,
        month_number,
        count(amount) as counterparties,
        count(amount_before) as counterparties_before,
        sum(amount) as total,
        sum(square) as squares,
        cast(sum(amount) as decimal(19, 2)) * cast(sum(amount) as decimal(19, 2)) as squared_total,
        max(amount) as largest,
        total_of_largest(amount, 5) as five_largest,
        month_number * sum(amount) - sum(amount_by_first_month) as amount_by_tenure,
        sum(case when month_number - first_month < 12 then amount else 0 end) as from_new,
        sum(amount_before) as total_before,
        sum(case when amount is not null then amount_before else 0 end) as retained
    from each_month(spells)
    group by side_number, month_number

),

combined as (

    select
        frame.obligor_id,
        frame.observation_date,

        -- customers
        case when sale_histories.first_month <= frame.month_number then coalesce(customers.counterparties, 0) end as customers,
        growth(customers.counterparties, case when sale_histories.first_month <= frame.month_number - 23 then customers.counterparties_before end)
            as customers_growth_rate,
        ratio(customers.squares, customers.squared_total) as customer_concentration_ratio,
        ratio(customers.largest, customers.total) as largest_customer_share,
        ratio(customers.five_largest, customers.total) as top_5_customers_share,
        ratio(customers.amount_by_tenure, customers.total) as customer_tenure_months,
        case when sale_histories.first_month <= frame.month_number - 23 then ratio(customers.from_new, customers.total) end as new_customers_share,
        case when sale_histories.first_month <= frame.month_number - 23 then ratio(customers.retained, customers.total_before) end
            as retained_customers_share,

        -- suppliers
        case when purchase_histories.first_month <= frame.month_number then coalesce(suppliers.counterparties, 0) end as suppliers,
        growth(suppliers.counterparties, case when purchase_histories.first_month <= frame.month_number - 23 then suppliers.counterparties_before end)
            as suppliers_growth_rate,
        ratio(suppliers.squares, suppliers.squared_total) as supplier_concentration_ratio,
        ratio(suppliers.largest, suppliers.total) as largest_supplier_share,
        ratio(suppliers.five_largest, suppliers.total) as top_5_suppliers_share,
        ratio(suppliers.amount_by_tenure, suppliers.total) as supplier_tenure_months,
        case when purchase_histories.first_month <= frame.month_number - 23 then ratio(suppliers.from_new, suppliers.total) end as new_suppliers_share,
        case when purchase_histories.first_month <= frame.month_number - 23 then ratio(suppliers.retained, suppliers.total_before) end
            as retained_suppliers_share
    from feat_frame as frame
    left join histories as sale_histories
        on frame.obligor_id = sale_histories.obligor_id
        and sale_histories.direction = 'sale'
    left join histories as purchase_histories
        on frame.obligor_id = purchase_histories.obligor_id
        and purchase_histories.direction = 'purchase'
    left join sides as customers
        on sale_histories.side_number = customers.side_number
        and frame.month_number = customers.month_number
    left join sides as suppliers
        on purchase_histories.side_number = suppliers.side_number
        and frame.month_number = suppliers.month_number

)

select * from combined;
