-- One row per sales order of the firms that share their ERP. Deliveries slip when the firm pays its suppliers late.
create or replace view extract_orders as
with

planned as (

    select
        *,
        cast(10 + draw(21, item, month, k) % 30 as integer) as lead_days,
        least(60, greatest(0, payable_days - 45) // 6) as squeeze_days
    from invoice_line
    where shares_erp and k <= sales_count

),

carried_out as (

    select
        *,
        invoice_date - lead_days as order_date,
        cast(squeeze_days + draw(22, item, month, k) % 12 - 6 as integer) as delay_days,
        draw(23, item, month, k) < 150 + 15 * squeeze_days as is_cancelled
    from planned

)

select
    pos,
    item,
    'O' || row_prefix || lpad(cast(k as varchar), 2, '0') as order_id,
    obligor_id,
    counterparty_id,
    order_date,
    invoice_date as promised_date,
    case
        when not is_cancelled and greatest(invoice_date + delay_days, order_date + 1) <= last_book_day()
            then greatest(invoice_date + delay_days, order_date + 1)
    end as delivered_date,
    case when is_cancelled then order_date + cast(draw(24, item, month, k) % lead_days as integer) end as cancelled_date,
    yuan(fen + ((fen * tax_percent) // 100)) as amount
from carried_out;
