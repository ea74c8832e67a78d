-- One row per credit agreement.
create or replace view extract_facilities as
select
    cast(item as bigint) * 64 + sequence as pos,
    item,
    facility_code(item, sequence) as facility_id,
    obligor_code(item) as obligor_id,
    product,
    epoch_day(start_day) as start_date,
    month_day(start_month + term, 20) as maturity_date,
    yuan(credit_limit) as "limit",
    rate_bp / 10000.0 as annual_rate,
    collateral as collateral_type,
    case when product = 'project_finance' then project_code(item) end as project_id
from facility;
