-- One row per project and version of its facts: as it is begun, and as it is completed if the obligor is still there then.
create or replace view extract_projects as
with

versions as (

    select *, 0 as version, epoch_day(start_day) as valid_from from project

    union all

    select *, 1 as version, month_day(completed_month, 15) as valid_from from project where completed_month <= least(book_to, 119)

)

select
    cast(item as bigint) * 2 + version as pos,
    item,
    project_code(item) as project_id,
    obligor_code(item) as obligor_id,
    valid_from,
    valid_from as published_date,
    replace(name, '有限公司', '') || '一期项目' as name,
    case section when 'D' then 'power' when 'G' then 'transport' when 'K' then 'real_estate' when 'C' then 'industrial_plant' else 'water_environment' end as type,
    case when version = 0 then 'construction' else 'operation' end as stage,
    yuan((credit_limit * 10) // 7) as total_cost,
    yuan((credit_limit * 10) // 7 - credit_limit) as equity,
    epoch_day(start_day) + 10 as construction_start_date,
    month_end(planned_month) as planned_completion_date,
    case when version = 1 then valid_from end as completion_date,
    month_end(planned_month + 240) as concession_end_date
from versions;
