-- One row per obligor, yearly review and question: the reviewer reads the last annual statements, and errs.
create or replace view extract_qualitative_reviews as
with

years as (

    select
        firm.item,
        firm.book_from,
        statement.month as year_end,
        statement.month + 6 + cast(draw(25, firm.item, 0, 0) % 6 as integer) as review_month,
        (statement.net_income * 1000) // statement.revenue as margin,
        (statement.total_liabilities * 1000) // statement.total_assets as leverage,
        (statement.payables * 365) // greatest(statement.cost_of_sales, 1) as payable_days,
        ((statement.revenue - before.revenue) * 1000) // before.revenue as growth
    from statement
    inner join firm using (item)
    inner join statement as before on before.item = statement.item and before.month = statement.month - 12
    where statement.months = 12 and before.months = 12
        and statement.month + 6 + cast(draw(25, firm.item, 0, 0) % 6 as integer) between firm.book_from and firm.book_to

),

questions as (

    select *, unnest([
        {number: 1, question: 'management', reading: (margin // 20) + 2},
        {number: 2, question: 'supply_chain', reading: 5 - (payable_days // 30)},
        {number: 3, question: 'market_position', reading: (growth // 60) + 3},
        {number: 4, question: 'governance', reading: 6 - (leverage // 160)},
        {number: 5, question: 'transparency', reading: 3}
    ]) as asked
    from years

)

select
    ((cast(item as bigint) * 256) + review_month) * 8 + asked.number as pos,
    item,
    obligor_code(item) as obligor_id,
    month_day(review_month, 1 + draw(26, item, review_month, 0) % 28) as review_date,
    asked.question as question,
    case
        when draw(27, item, review_month, asked.number) >= 300
            then cast(greatest(1, least(5, asked.reading + draw(28, item, review_month, asked.number) % 5 - 2)) as integer)
    end as answer
from questions;
