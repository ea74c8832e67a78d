-- One row per guaranteed agreement: an outside party answers for it, or now and then another obligor that was there when it began.
create or replace view extract_guarantees as
with

guaranteed as (

    select *, cast((item * 31 + draw(0, item, 0, 30)) % getvariable('firms') as integer) as other
    from facility
    where collateral = 'guaranteed'

)

select
    cast(guaranteed.item as bigint) * 64 + sequence as pos,
    guaranteed.item,
    'U' || lpad(cast(guaranteed.item as varchar), 7, '0') || lpad(cast(sequence as varchar), 2, '0') as guarantee_id,
    facility_code(guaranteed.item, sequence) as facility_id,
    case
        when draw(0, guaranteed.item, 0, 31) < 1500 and other <> guaranteed.item and guarantor.onboarded_day <= start_day
            and guarantor.book_to >= start_month
            then obligor_code(other)
        else 'N' || lpad(cast(guaranteed.item as varchar), 7, '0')
    end as guarantor_id,
    case when draw(0, guaranteed.item, sequence, 32) < 9000 then 'joint' else 'general' end as type,
    case when draw(0, guaranteed.item, sequence, 33) < 4000 then yuan(credit_limit) end as amount,
    epoch_day(start_day) as valid_from,
    case when draw(0, guaranteed.item, sequence, 34) < 5000 then month_day(start_month + term + 24, 20) end as valid_until
from guaranteed
inner join firm as guarantor on guarantor.item = other;
