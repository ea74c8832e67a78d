-- One row per obligor in the book and observation date: the distress of those it trades with, as far as they are obligors too.
create or replace table feat_counterparty_risk as
with

-- Refunds are not taken off: what was invoiced to a counterparty was at risk with it.
monthly as (

    select
        obligor_id,
        direction,
        coalesce(counterparty_id, counterparty_registration_number) as counterparty_id,
        counterparty_registration_number as registration_number,
        month_number(invoice_date) as month_number,
        cast(sum(amount) as decimal(18, 2)) as amount
    from stg_invoices
    where
        status = 'valid'
        and amount > 0
        and invoice_date between window_start(12) and window_end()
        and obligor_id in (select obligor_id from feat_frame_obligors)
    group by
        obligor_id,
        direction,
        coalesce(counterparty_id, counterparty_registration_number),
        counterparty_registration_number,
        month_number(invoice_date)

),

known_numbers as (

    select
        obligor_id,
        registration_number,
        min(month_number(greatest(valid_from, published_date))) as known_month
    from stg_obligors
    group by obligor_id, registration_number

),

numbers as (

    select
        obligor_id,
        min(known_month) as known_month
    from known_numbers
    group by obligor_id

),

-- A registration number that two obligors have had decides nothing from the day on which the second is known.
registrations as (

    select
        registration_number,
        obligor_id,
        known_month,
        coalesce(
            lead(known_month) over (partition by registration_number order by known_month, obligor_id), 999999
        ) as until_month,
        row_number() over (partition by registration_number order by known_month, obligor_id) as place
    from known_numbers
    where registration_number is not null

),

links as (

    select
        monthly.obligor_id,
        monthly.direction,
        monthly.amount,
        coalesce(numbers.obligor_id, registrations.obligor_id) as counterparty_id,
        greatest(monthly.month_number, coalesce(numbers.known_month, registrations.known_month)) as from_month,
        least(monthly.month_number + 12, case when numbers.obligor_id is null then registrations.until_month else 999999 end)
            as until_month
    from monthly
    left join numbers on monthly.counterparty_id = numbers.obligor_id
    left join registrations
        on monthly.registration_number = registrations.registration_number
        and registrations.place = 1
    where
        coalesce(numbers.obligor_id, registrations.obligor_id) is not null
        and coalesce(numbers.obligor_id, registrations.obligor_id) <> monthly.obligor_id

),

failures as (

    select
        obligor_id,
        min(published_date) as failed_date
    from stg_credit_events
    where
        event_type in ('bankruptcy_filing', 'write_off', 'reported_default')
        and published_date <= window_end()
    group by obligor_id

),

restructurings as (

    select distinct
        obligor_id,
        month_number(published_date) as month_number
    from stg_credit_events
    where
        event_type = 'distressed_restructuring'
        and published_date between window_start(36) and window_end()

),

-- Lines of the book that are more than 30 days past due, and instalments while they are so long unpaid.
arrears as (

    select
        obligor_id,
        month_number as from_month,
        month_number + 1 as until_month
    from book_lines(stg_exposures, stg_facilities)
    where
        days_past_due > 30
        and month_end between window_start(1) and window_end()
    union all
    select
        owners.obligor_id,
        month_number(add_days(repayments.due_date, 31)) as from_month,
        coalesce(month_number(repayments.paid_date), 999999) as until_month
    from stg_repayments as repayments
    inner join facility_owners(stg_facilities) as owners
        on repayments.facility_id = owners.facility_id
        and repayments.due_date >= owners.known_date
    inner join policy_default as policy
        on repayments.due_date >= policy.effective_from
        and repayments.due_date < policy.effective_until
        and repayments.amount_due >= policy.material_amount
    where
        repayments.due_date <= window_end()
        and (repayments.paid_date is null or repayments.paid_date > add_days(repayments.due_date, 30))
        and coalesce(repayments.paid_date, window_end()) >= window_start(1)

),

-- Before the source's first line or instalment nothing is known of arrears.
delivered as (

    select min(month_number) as first_month
    from (
        select month_number(min(month_end)) as month_number from stg_exposures
        union all
        select month_number(min(due_date)) as month_number from stg_repayments
    ) as firsts

),

distress as (

    select
        obligor_id,
        month_number(failed_date) as from_month,
        999999 as until_month,
        'failed' as kind
    from failures
    union all
    select
        obligor_id,
        month_number as from_month,
        month_number + 36 as until_month,
        'restructured' as kind
    from restructurings
    union all
    select distinct
        obligor_id,
        from_month,
        until_month,
        'past_due' as kind
    from arrears
    where from_month < until_month

),

distressed as (

    select
        obligor_id,
        month_number,
        max(case when kind = 'failed' then 1 else 0 end) as failed,
        max(case when kind = 'restructured' then 1 else 0 end) as restructured,
        max(case when kind = 'past_due' then 1 else 0 end) as past_due
    from each_month(distress)
    group by obligor_id, month_number

),

linked_totals as (

    select
        obligor_id,
        direction,
        counterparty_id,
        month_number,
        sum(amount) as amount
    from each_month(links)
    group by obligor_id, direction, counterparty_id, month_number

),

linked as (

    select
        totals.obligor_id,
        totals.direction,
        totals.month_number,
        count(*) as counterparties,
        sum(totals.amount) as amount,
        sum(totals.amount * coalesce(distressed.failed, 0)) as failed,
        sum(totals.amount * coalesce(distressed.restructured, 0)) as restructured,
        sum(totals.amount * coalesce(distressed.past_due, 0)) as past_due
    from linked_totals as totals
    left join distressed
        on totals.counterparty_id = distressed.obligor_id
        and totals.month_number = distressed.month_number
    group by totals.obligor_id, totals.direction, totals.month_number

),

traded as (

    select
        obligor_id,
        direction,
        month_number as from_month,
        month_number + 12 as until_month,
        sum(amount) as amount
    from monthly
    group by obligor_id, direction, month_number

),

everyone as (

    select
        obligor_id,
        month_number,
        sum(case when direction = 'sale' then amount end) as sale_total,
        sum(case when direction = 'purchase' then amount end) as purchase_total
    from each_month(traded)
    group by obligor_id, month_number

),

combined as (

    select
        frame.obligor_id,
        frame.observation_date,

        -- customers
        case when everyone.sale_total > 0 then coalesce(customers.counterparties, 0) end as linked_customers,
        ratio(case when everyone.sale_total > 0 then coalesce(customers.amount, 0) end, everyone.sale_total)
            as sales_to_obligors_share,
        case when source.has_dated_defaults then ratio(customers.failed, everyone.sale_total) end as sales_to_failed_share,
        case when source.has_dated_defaults then ratio(customers.restructured, everyone.sale_total) end
            as sales_to_restructured_share,
        case when delivered.first_month is not null then ratio(customers.past_due, everyone.sale_total) end
            as sales_to_past_due_share,

        -- suppliers
        case when everyone.purchase_total > 0 then coalesce(suppliers.counterparties, 0) end as linked_suppliers,
        ratio(case when everyone.purchase_total > 0 then coalesce(suppliers.amount, 0) end, everyone.purchase_total)
            as purchases_from_obligors_share,
        case when source.has_dated_defaults then ratio(suppliers.failed, everyone.purchase_total) end
            as purchases_from_failed_share,
        case when source.has_dated_defaults then ratio(suppliers.restructured, everyone.purchase_total) end
            as purchases_from_restructured_share,
        case when delivered.first_month is not null then ratio(suppliers.past_due, everyone.purchase_total) end
            as purchases_from_past_due_share
    from feat_frame as frame
    cross join stg_source as source
    left join delivered on frame.month_number >= delivered.first_month
    left join everyone
        on frame.obligor_id = everyone.obligor_id
        and frame.month_number = everyone.month_number
    left join linked as customers
        on frame.obligor_id = customers.obligor_id
        and frame.month_number = customers.month_number
        and customers.direction = 'sale'
    left join linked as suppliers
        on frame.obligor_id = suppliers.obligor_id
        and frame.month_number = suppliers.month_number
        and suppliers.direction = 'purchase'

)

select * from combined;
