-- One row per VAT invoice of the firms that share them.
create or replace view extract_invoices as
select
    pos,
    item,
    'V' || row_prefix || lpad(cast(k as varchar), 2, '0') as invoice_id,
    obligor_id,
    invoice_date,
    case when is_purchase then 'purchase' else 'sale' end as direction,
    counterparty_id,
    yuan(fen) as amount,
    yuan((fen * tax_percent) // 100) as tax,
    yuan(fen + ((fen * tax_percent) // 100)) as total,
    case when is_void then 'void' else 'valid' end as status,
    fen < 0 as is_red_letter,
    cast(null as varchar) as counterparty_name,
    cast(null as varchar) as counterparty_registration_number
from invoice_line
where shares_invoices;
