-- One row per currency and month end: a walk of small steps from where it stood.
create or replace view extract_fx_rates as
with

months as (

    select number, currency, base, unnest(range(120)) as month
    from (values (1, 'USD', 6500000), (2, 'EUR', 7200000), (3, 'HKD', 840000), (4, 'JPY', 58000)) as currencies(number, currency, base)

),

walked as (

    select *, cast(sum(draw(0, number, month, 50) - 5000) over (partition by number order by month) as bigint) as walk from months

)

select
    month * 8 + number as pos,
    number as item,
    currency,
    month_end(month) as rate_date,
    (base + (base * walk) // 400000) / 1000000.0 as rate,
    month_end(month) as published_date
from walked;
