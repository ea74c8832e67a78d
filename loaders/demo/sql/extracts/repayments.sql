-- One row per instalment that fell due.
create or replace view extract_repayments as
select
    (cast(item as bigint) * 64 + sequence) * 256 + slot as pos,
    item,
    facility_code(item, sequence) as facility_id,
    due_date,
    yuan(amount) as amount_due,
    case when paid_date is null then yuan(0) else yuan(amount) end as amount_paid,
    paid_date
from instalment;
