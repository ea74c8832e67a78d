-- One row per event.
create or replace view extract_credit_events as
select
    row_number() over (order by item, day, event_type) as pos,
    item,
    'E' || lpad(cast(item as varchar), 7, '0') || lpad(cast(row_number() over (partition by item order by day, event_type) as varchar), 2, '0') as event_id,
    obligor_code(item) as obligor_id,
    event_type,
    epoch_day(day) as event_date,
    epoch_day(day) as published_date
from credit_event
where epoch_day(day) <= last_book_day();
