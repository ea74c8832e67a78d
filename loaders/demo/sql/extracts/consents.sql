-- One row per obligor and category of data that it hands over. Of one in a hundred the paper is missing; a few expired or were withdrawn.
create or replace view extract_consents as
with

handed_over as (

    select
        item,
        epoch_day(onboarded_day) as granted_date,
        unnest([
            {number: 1, category: 'account_flows', is_shared: true},
            {number: 2, category: 'invoices', is_shared: shares_invoices},
            {number: 3, category: 'erp', is_shared: shares_erp}
        ]) as asked
    from firm

)

select
    cast(item as bigint) * 4 + asked.number as pos,
    item,
    obligor_code(item) as party_id,
    asked.category as data_category,
    'credit_risk' as purpose,
    'consent' as basis,
    granted_date,
    case when draw(0, item, asked.number, 2) < 200 then cast(granted_date + to_months(60) as date) end as expires_date,
    case
        when draw(0, item, asked.number, 3) < 150
            and granted_date + cast(400 + draw(0, item, asked.number, 4) % 2500 as integer) <= last_book_day()
            then granted_date + cast(400 + draw(0, item, asked.number, 4) % 2500 as integer)
    end as withdrawn_date,
    granted_date as published_date
from handed_over
where asked.is_shared and draw(0, item, asked.number, 1) >= 100;
