-- One row per credit agreement and version of its terms: as it was signed, at another rate from each January if it runs for years, and with
-- another last day where the obligor was in arrears, not yet for long, when it matured.
create or replace view extract_facilities as
with

signed as (

    select *, 0 as version, epoch_day(start_day) as valid_from, epoch_day(start_day) as published_date,
        month_day(start_month + term, 20) as maturity_date, rate_bp as version_bp
    from facility

),

repriced as (

    select facility.*, first_january + 12 * step as month, cast(step + 1 as integer) as version
    from (
        select facility.*, greatest(start_month + 12 - ((start_month + 120) % 12), 12) as first_january, unnest(range(6)) as step
        from facility
        where term >= 36
    ) as facility
    inner join firm using (item)
    where first_january + 12 * step < least(start_month + term, book_to + 1, last_due, 120)

),

extended as (

    select facility.*, start_month + term as month
    from facility
    inner join firm using (item)
    inner join arrears on arrears.item = facility.item and arrears.month = start_month + term
    where last_due = start_month + term and start_month + term <= least(book_to, 119)
        and arrears.age <= 3 and draw(0, facility.item, sequence, 48) < 7000

),

versions as (

    select * from signed

    union all by name

    select * exclude (month), month_day(month, 1) as valid_from,
        month_day(month, 1) + cast(draw(0, item, month, 49) % 6 as integer) as published_date,
        month_day(start_month + term, 20) as maturity_date,
        rate_in(rate_bp, term, start_month, month) as version_bp
    from repriced

    union all by name

    select * exclude (month), 15 as version, month_day(month, 24) as valid_from,
        month_day(month, 24) + cast(draw(0, item, month, 50) % 4 as integer) as published_date,
        month_day(month + 6, 20) as maturity_date,
        rate_in(rate_bp, term, start_month, month) + 50 as version_bp
    from extended

)

select
    (cast(item as bigint) * 64 + sequence) * 16 + version as pos,
    item,
    facility_code(item, sequence) as facility_id,
    valid_from,
    published_date,
    obligor_code(item) as obligor_id,
    product,
    epoch_day(start_day) as start_date,
    maturity_date,
    yuan(credit_limit) as "limit",
    version_bp / 10000.0 as annual_rate,
    collateral as collateral_type,
    case when product = 'project_finance' then project_code(item) end as project_id
from versions;
