-- One row per sales order of the firms that share their ERP. Deliveries slip when the firm pays its suppliers late.
-- An order is invoiced when it is placed: its amount says what the month of the order sold, and nothing of a later one.
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
        invoice_date + lead_days as promised_date,
        cast(squeeze_days + draw(22, item, month, k) % 12 - 6 as integer) as delay_days,
        draw(23, item, month, k) < 150 + 15 * squeeze_days as is_cancelled,
        invoice_date + cast(draw(24, item, month, k) % lead_days as integer) as cancelled_date
    from planned

)

select
    pos,
    item,
    'O' || row_prefix || lpad(cast(k as varchar), 2, '0') as order_id,
    obligor_id,
    counterparty_id,
    invoice_date as order_date,
    promised_date,
    case when not is_cancelled and promised_date + delay_days <= last_book_day() then promised_date + delay_days end as delivered_date,
    case when is_cancelled and cancelled_date <= last_book_day() then cancelled_date end as cancelled_date,
    yuan(fen + ((fen * tax_percent) // 100)) as amount
from carried_out;
