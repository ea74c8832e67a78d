-- One row per obligor and version of its facts: the first, and for some a later one with another headcount, from a January
-- that is drawn beforehand for one in four, if the obligor is still there then.
create or replace view extract_obligors as
with

versions as (

    select *, 0 as version, onboarded_day as valid_day, employees as headcount from firm

    union all

    select firm.*, 1 as version, cast(month_day(later.month, 1) - date '1970-01-01' as integer) as valid_day,
        greatest(1, cast((firm.employees * later.sales) // greatest(first.sales, 1) as integer)) as headcount
    from firm
    inner join (
        select item, book_from + 12 - book_from % 12 + 12 * (draw(1, item, 0, 1) % 9) as month
        from firm where draw(1, item, 0, 0) < 2500
    ) as due using (item)
    inner join ledger as later on later.item = firm.item and later.month = due.month
    inner join ledger as first on first.item = firm.item and first.month = due.month - 12 * ((due.month - firm.book_from) // 12)
    where due.month <= firm.book_to and month_day(due.month, 1) > epoch_day(firm.onboarded_day)

),

related as (

    -- Of every twenty obligors, now and then two to four at the front are one group, under one of them or under an outside holding.
    select *, draw(0, item // 20, 0, 14) < 3000 and item % 20 < 2 + draw(0, item // 20, 0, 13) % 3 as is_member from versions

)

select
    cast(item as bigint) * 2 + version as pos,
    item,
    obligor_code(item) as obligor_id,
    epoch_day(valid_day) as valid_from,
    epoch_day(valid_day) + case when version = 0 then 0 else 20 + cast(draw(2, item, 0, 0) % 40 as integer) end as published_date,
    name,
    registration_number,
    industry_code,
    region,
    epoch_day(founded_day) as founded_date,
    epoch_day(onboarded_day) as onboarded_date,
    headcount as employees,
    ownership,
    case
        when not is_member then null
        when draw(0, item // 20, 0, 15) >= 5000 then 'H' || lpad(cast(item // 20 as varchar), 7, '0')
        when item % 20 > 0 then obligor_code((item // 20) * 20)
    end as parent_id,
    case when is_member and draw(0, item // 20, 0, 16) < 6000 then 'G' || lpad(cast(item // 20 as varchar), 7, '0') end as group_id,
    technology as technology_qualification
from related;
