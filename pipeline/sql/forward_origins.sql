-- One row per obligor and date from which it is looked ahead: every third month end from $first to $last, counted from the
-- last one of the calendar, of obligors in the book; with what was known on `as_of`.
create or replace temp table forward_origins as
select
    observations.obligor_id,
    observations.observation_date,
    observations.observation_date as as_of,
    -- The latest quarter that had ended by then.
    quarter_number(month_end_after(observations.observation_date, -2)) as latest_quarter,
    coalesce(profiles.industry_section, '') as industry_section
from feat_observations as observations
left join feat_profiles as profiles
    on observations.obligor_id = profiles.obligor_id
    and observations.observation_date = profiles.observation_date
where observations.observation_date between cast($first as date) and cast($last as date)
    and mod(month_number(observations.observation_date) - month_number(cast($calendar_last as date)) + 12000, 3) = 0;
