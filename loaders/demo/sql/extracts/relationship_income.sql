-- One row per obligor, quarter and kind of income: the margin on what is agreed and on what lies on the account, and fees. Known
-- on the fifteenth after the quarter, when its books are closed. Money in fen.
create or replace view extract_relationship_income as
with

quarters as (

    select ledger.item, ledger.month, ledger.cash, ledger.sales
    from ledger
    inner join firm using (item)
    where ledger.month between firm.book_from and firm.book_to and ledger.month % 3 = 2

),

lending as (

    select item, quarters.month, cast(sum((credit_limit * (rate_bp - 260)) // 40000) as bigint) as fen
    from quarters
    inner join facility using (item)
    where quarters.month between start_month and last_due
    group by all

),

incomes as (

    select item, month, 1 as number, 'lending_margin' as income_type, fen from lending
    union all
    select item, month, 2, 'deposit_margin', (((cash * 60) // 100) * 15) // 10000 from quarters
    union all
    select item, month, 3, 'fees', sales // 2000 from quarters where draw(0, item, month, 46) < 4000

)

select
    (cast(item as bigint) * 128 + month) * 4 + number as pos,
    item,
    obligor_code(item) as obligor_id,
    month_end(month) as period_end,
    month_day(month + 1, 15) as published_date,
    income_type,
    yuan(fen) as amount
from incomes
where month_day(month + 1, 15) <= last_book_day();
