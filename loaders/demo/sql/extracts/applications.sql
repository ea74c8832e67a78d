-- One row per application: for every agreement the one it came of, in the month it begins, and now and then one that led to nothing.
create or replace view extract_applications as
with

granted as (

    select
        (cast(item as bigint) * 512 + sequence) * 2 as pos,
        item,
        'A' || lpad(cast(item as varchar), 7, '0') || lpad(cast(sequence as varchar), 2, '0') as application_id,
        epoch_day(start_day) - cast(5 + draw(0, item, sequence, 36) % 8 as integer) as application_date,
        product,
        (credit_limit * (100 + draw(0, item, sequence, 37) % 40)) // 100 as fen,
        term as tenor_months,
        'approved' as decision,
        epoch_day(start_day) - cast(draw(0, item, sequence, 38) % 4 as integer) as decision_date,
        draw(0, item, sequence, 39) as judge,
        yuan(credit_limit) as approved_limit,
        facility_code(item, sequence) as facility_id
    from facility

),

refused as (

    select
        (cast(item as bigint) * 512 + 128 + month) * 2 + 1 as pos,
        item,
        row_code('A', item, month, 99) as application_id,
        month_day(month, 1 + cast(draw(0, item, month, 41) % 15 as integer)) as application_date,
        case when draw(0, item, month, 42) < 7000 then 'working_capital' else 'fixed_asset' end as product,
        cast(20000000 + draw(0, item, month, 43) * 10000 as bigint) as fen,
        12 as tenor_months,
        case when draw(0, item, month, 44) < 7500 then 'declined' else 'withdrawn' end as decision,
        month_day(month, 16 + cast(draw(0, item, month, 45) % 12 as integer)) as decision_date,
        draw(0, item, month, 39) as judge,
        cast(null as decimal(18, 2)) as approved_limit,
        cast(null as varchar) as facility_id
    from (select item, unnest(range(book_from, least(book_to, 119) + 1)) as month from firm)
    where draw(0, item, month, 40) < 60

),

every_one as (

    select * from granted union all select * from refused

)

select
    pos,
    item,
    application_id,
    obligor_code(item) as obligor_id,
    application_date,
    product,
    yuan(fen) as amount,
    tenor_months,
    decision,
    decision_date,
    case when judge < 3000 then '自动审批' when judge < 9000 then '审批岗' || lpad(cast(judge % 12 + 1 as varchar), 2, '0') else '信贷审批委员会' end as decided_by,
    approved_limit,
    facility_id
from every_one;
