-- One row per sale on credit of the firms that share their ERP. Customers take the days that the firm's own books show.
create or replace view extract_receivables as
with

settled as (

    select
        *,
        invoice_date + cast(greatest(3, (least(receivable_days, 300) * (60 + draw(19, item, month, k) % 81)) // 100) as integer) as settled_date
    from invoice_line
    where shares_erp and k <= sales_count

)

select
    pos,
    item,
    'R' || row_prefix || lpad(cast(k as varchar), 2, '0') as receivable_id,
    obligor_id,
    counterparty_id,
    invoice_date,
    invoice_date + [30, 60, 60, 90][1 + cast(draw(20, item, 0, 0) % 4 as integer)] as due_date,
    yuan(fen + ((fen * tax_percent) // 100)) as amount,
    case
        when partner_last_month >= month and settled_date > month_end(partner_last_month) then null
        when settled_date <= last_book_day() then settled_date
    end as settled_date
from settled;
