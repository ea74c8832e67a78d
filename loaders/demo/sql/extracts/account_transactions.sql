-- One row per movement on an obligor's account: receipts, payments, payroll, the loan, taxes by quarter, and transfers that close the month.
create or replace view extract_account_transactions as
with

movements as (

    select
        *,
        unnest(list_concat(
            range(1, receipt_count + payment_count + 2),
            case when loan > 0 then [receipt_count + payment_count + 2] else [] end,
            case when taxes > 0 then [receipt_count + payment_count + 3] else [] end,
            [receipt_count + payment_count + 4]
        )) as k
    from flow

),

sorted_out as (

    select
        *,
        case
            when k <= receipt_count then 'sales'
            when k <= receipt_count + payment_count then 'purchase'
            when k = receipt_count + payment_count + 1 then 'payroll'
            when k = receipt_count + payment_count + 2 then 'loan'
            when k = receipt_count + payment_count + 3 then 'tax'
            else 'other'
        end as category,
        k - receipt_count as payment,
        draw(13, item, month, k) as jitter,
        draw(13, item, month, k - 1) as jitter_before,
        partner_key(item, case when k <= receipt_count then 0 else 1 end, draw(14, item, month, k)) as key
    from movements

),

priced as (

    select
        *,
        case when category in ('sales', 'purchase') then partner_item(key) end as partner,
        case category
            when 'sales' then cut(receipts, receipt_count, k, jitter) - cut(receipts, receipt_count, k - 1, jitter_before)
            when 'purchase' then cut(payments, payment_count, payment, jitter) - cut(payments, payment_count, payment - 1, jitter_before)
            when 'payroll' then payroll
            when 'loan' then loan
            when 'tax' then taxes
            else abs(transfer)
        end as fen,
        case category
            when 'sales' then ((27 * k - 20) // receipt_count) + 1
            when 'purchase' then ((27 * payment - 15) // payment_count) + 1
            when 'payroll' then 10
            when 'loan' then 20
            when 'tax' then 15
            else 28
        end as day
    from sorted_out

)

select
    (cast(item as bigint) * 128 + month) * 32 + k as pos,
    item,
    'T' || row_prefix || lpad(cast(k as varchar), 2, '0') as transaction_id,
    obligor_id,
    first_day + cast(day - 1 as integer) as transaction_date,
    case when category = 'sales' or (category = 'other' and transfer > 0) then 'in' else 'out' end as direction,
    category,
    yuan(fen) as amount,
    case
        when category not in ('sales', 'purchase') then null
        when last_months[partner + 1] >= month and partner <> item then obligor_code(partner)
        else outside_code(key)
    end as counterparty_id,
    cast(null as varchar) as counterparty_name,
    cast(null as varchar) as counterparty_registration_number,
    case when category = 'other' then yuan(balance) end as balance_after
from priced
cross join trading;
