-- One row per facility and month end while anything is outstanding.
create or replace view extract_exposures as
with

lives as (

    select
        facility.*,
        residual.month as fee_month,
        residual.paid_day as fee_paid_day,
        unnest(range(
            greatest(facility.start_month, 0),
            least(firm.book_to, facility.start_month + facility.term + case when worst.age > 3 then 20 else 3 end, 119) + 1
        )) as month
    from facility
    inner join firm using (item)
    left join residual using (item, sequence)
    left join (select item, max(age) as age from arrears group by item) as worst using (item)

),

unpaid as (

    select
        lives.*,
        case when arrears.age is not null then greatest(start_month + 1, lives.month - arrears.age + 1) end as first_unpaid,
        least(lives.month, start_month + term) as last_instalment
    from lives
    left join arrears on arrears.item = lives.item and arrears.month = lives.month

),

counted as (

    select *, greatest(0, coalesce(last_instalment - first_unpaid + 1, 0)) as unpaid_count from unpaid

),

outstanding as (

    select *, credit_limit - ((credit_limit * (last_instalment - start_month - unpaid_count)) // term) as drawn from counted

),

aged as (

    select
        (cast(item as bigint) * 64 + sequence) * 128 + month as pos,
        item,
        facility_code(item, sequence) as facility_id,
        month_end(month) as month_end,
        yuan(credit_limit) as "limit",
        yuan(drawn) as drawn,
        cast(greatest(
            case when unpaid_count > 0 then month_end(month) - month_day(first_unpaid, 20) else 0 end,
            case
                when fee_month <= month and (fee_paid_day is null or epoch_day(fee_paid_day) > month_end(month))
                    then month_end(month) - month_day(fee_month, 21)
                else 0
            end
        ) as integer) as days_past_due
    from outstanding
    where drawn > 0

)

select
    *,
    case
        when days_past_due = 0 then 'pass'
        when days_past_due <= 90 then 'special_mention'
        when days_past_due <= 270 then 'substandard'
        when days_past_due <= 360 then 'doubtful'
        else 'loss'
    end as classification
from aged;
