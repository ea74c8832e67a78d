-- One row per obligor in the book and observation date from $first to $last: what its size depends on.
select
    profiles.obligor_id,
    profiles.observation_date,
    profiles.industry_code,
    cast(profiles.employees as double) as employees,
    cast(statements.revenue as double) / 10000 as revenue,
    cast(statements.total_assets as double) / 10000 as total_assets
from feat_profiles as profiles
inner join feat_statements as statements
    on profiles.obligor_id = statements.obligor_id
    and profiles.observation_date = statements.observation_date
where profiles.observation_date between cast($first as date) and cast($last as date)
order by profiles.observation_date, profiles.obligor_id
