-- One row per industry, series, period and publication.
create or replace view extract_industry_series as
select
    row_number() over (order by section, series, period_month, published_day) as pos,
    0 as item,
    section as industry_section,
    series,
    month_end(period_month) as period_end,
    epoch_day(published_day) as published_date,
    value
from published_series
where section is not null and epoch_day(published_day) <= last_book_day();
