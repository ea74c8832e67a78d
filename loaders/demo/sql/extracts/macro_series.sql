-- One row per economic series, period and publication.
create or replace view extract_macro_series as
select
    row_number() over (order by series, period_month, published_day) as pos,
    0 as item,
    series,
    month_end(period_month) as period_end,
    epoch_day(published_day) as published_date,
    value
from published_series
where section is null and epoch_day(published_day) <= last_book_day();
