-- One row per facility and instalment: the 20th of every month, and now and then a small fee on the 21st that lies around unpaid.
create or replace view instalment as
with

dues as (

    select
        facility.*,
        residual.amount as fee,
        residual.paid_day as fee_paid_day,
        firm.left_month,
        unnest(list_sort(list_concat(
            list_transform(
                range(greatest(facility.start_month + 1, 0), least(facility.last_due, firm.book_to + case when firm.left_month is null then 0 else 1 end, 119) + 1),
                lambda month: 2 * month
            ),
            case when residual.month is null then [] else [cast(2 * residual.month + 1 as bigint)] end
        ))) as slot
    from facility
    inner join firm using (item)
    left join residual using (item, sequence)

),

owed as (

    select
        item,
        sequence,
        slot,
        (slot // 2) as month,
        slot % 2 = 1 as is_fee,
        fee,
        fee_paid_day,
        credit_limit - ((credit_limit * ((slot // 2) - start_month - 1)) // term) as outstanding,
        case
            when (slot // 2) = left_month then 0
            else credit_limit - ((credit_limit * ((slot // 2) - start_month)) // term)
        end as outstanding_after,
        rate_in(rate_bp, term, start_month, slot // 2) as rate_bp
    from dues

)

select
    owed.item,
    owed.sequence,
    owed.slot,
    owed.month,
    month_day(owed.month, case when is_fee then 21 else 20 end) as due_date,
    case when is_fee then fee else outstanding - outstanding_after + ((outstanding * rate_bp) // 120000) end as amount,
    case
        when is_fee then epoch_day(fee_paid_day)
        when arrears.age is not null then month_day(arrears.cure_month, arrears.cure_day)
        else month_day(owed.month, 20)
            + cast(case when draw(8, owed.item, owed.month, 0) < 700 then 1 + draw(9, owed.item, owed.month, 0) % 9 else 0 end as integer)
    end as paid_date
from owed
left join arrears on arrears.item = owed.item and arrears.month = owed.month;
