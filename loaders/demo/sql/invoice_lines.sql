-- One row per firm, month and invoice: sales, purchases, then now and then a void sale or a red-letter refund. Money in fen, without tax.
create or replace view invoice_line as
with

lines as (

    select
        *,
        unnest(range(1, sales_count + purchase_count + case when special < 500 then 2 else 1 end)) as k
    from flow
    where shares_invoices or shares_erp

),

drawn as (

    select
        *,
        k - sales_count as purchase,
        k > sales_count + purchase_count as is_special,
        draw(15, item, month, k) as jitter,
        draw(15, item, month, k - 1) as jitter_before,
        partner_key(item, case when k <= sales_count or k > sales_count + purchase_count then 0 else 1 end, draw(17, item, month, case when k > sales_count + purchase_count then 1 else k end)) as key
    from lines

),

priced as (

    select
        * exclude (sales, purchases),
        partner_item(key) as partner,
        case
            when is_special and special < 300 then sales // (sales_count + 1)
            when is_special then -(((sales // sales_count) * (1 + special % 30)) // 100)
            when k <= sales_count then cut(sales, sales_count, k, jitter) - cut(sales, sales_count, k - 1, jitter_before)
            else cut(purchases, purchase_count, purchase, jitter) - cut(purchases, purchase_count, purchase - 1, jitter_before)
        end as fen,
        case
            when is_special then 1 + draw(18, item, month, k) % 27
            when k <= sales_count then 1 + ((27 * k - draw(18, item, month, k) % 13) // sales_count)
            else 1 + ((27 * purchase - draw(18, item, month, k) % 13) // purchase_count)
        end as day
    from drawn

)

select
    priced.*,
    (cast(priced.item as bigint) * 128 + priced.month) * 32 + k as pos,
    first_day + cast(day - 1 as integer) as invoice_date,
    not is_special and k > sales_count as is_purchase,
    is_special and special < 300 as is_void,
    case
        when section in ('A', 'G', 'E', 'K') then case when priced.month < 28 then 11 when priced.month < 39 then 10 else 9 end
        when section in ('H', 'I', 'L', 'M') then 6
        when priced.month < 28 then 17
        when priced.month < 39 then 16
        else 13
    end as tax_percent,
    last_months[partner + 1] as partner_last_month,
    case
        when last_months[partner + 1] >= priced.month and partner <> priced.item then obligor_code(partner) else outside_code(key) end as counterparty_id
from priced
cross join trading;
