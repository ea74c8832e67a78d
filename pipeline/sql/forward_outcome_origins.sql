-- One row per obligor: what became of it, as known on $as_of.
create or replace temp table forward_origins as
select
    observations.obligor_id,
    cast($as_of as date) as observation_date,
    cast($as_of as date) as as_of,
    quarter_number(month_end_after(cast($as_of as date), -2)) as latest_quarter,
    '' as industry_section
from (select distinct obligor_id from feat_observations) as observations;
