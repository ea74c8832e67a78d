-- One row per secured agreement and yearly valuation of what secures it; given back a month after the last instalment. The first valuation is at
-- hand when the agreement begins; the report of a later one comes in 3 to 14 days after it.
create or replace view extract_collateral as
with

secured as (

    select
        facility.*,
        firm.book_to,
        case
            when last_due <= coalesce(firm.left_month, firm.book_to) and arrears.age is null
                and month_day(last_due + 1, 5) <= last_book_day()
                then month_day(last_due + 1, 5)
        end as released_date
    from facility
    inner join firm using (item)
    left join arrears on arrears.item = facility.item and arrears.month = facility.last_due
    where collateral in ('mortgage', 'pledge')

),

valuations as (

    select
        *,
        case when year = 0 then epoch_day(start_day) else month_day(start_month + 12 * year, 15) end as valuation_date
    from (select *, unnest(range(term // 12 + 1)) as year from secured) as years

)

select
    (cast(item as bigint) * 64 + sequence) * 8 + year as pos,
    item,
    'C' || lpad(cast(item as varchar), 7, '0') || lpad(cast(sequence as varchar), 2, '0') as collateral_id,
    facility_code(item, sequence) as facility_id,
    case collateral
        when 'mortgage' then ['real_estate', 'real_estate', 'land_use_right', 'equipment'][draw(0, item, sequence, 24) % 4 + 1]
        else ['receivables', 'deposit', 'securities', 'inventory'][draw(0, item, sequence, 24) % 4 + 1]
    end as type,
    valuation_date,
    case when year = 0 then valuation_date else valuation_date + cast(3 + draw(0, item, sequence, 28) % 12 as integer) end as published_date,
    yuan(((credit_limit * (120 + draw(0, item, sequence, 25) % 80)) // 100 * (100 + year * (draw(0, item, sequence, 26) % 5 - 1))) // 100) as value,
    case when draw(0, item, sequence, 27) < 800 then yuan(credit_limit // 5) end as prior_claims,
    released_date
from valuations
where year = 0 or start_month + 12 * year <= least(start_month + term - 1, book_to, 119);
