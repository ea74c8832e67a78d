-- One row per rated obligor with exposure and observation date from $first to $last: what its tier depends on.
select
    ratings.obligor_id,
    ratings.observation_date,
    coalesce(ratings.pd, 1) as pd,
    facilities.drawn,
    facilities."limit",
    facilities.annual_interest,
    statements.revenue_growth_rate as growth
from score_ratings as ratings
inner join feat_facilities as facilities
    on ratings.obligor_id = facilities.obligor_id
    and ratings.observation_date = facilities.observation_date
inner join feat_statements as statements
    on ratings.obligor_id = statements.obligor_id
    and ratings.observation_date = statements.observation_date
where
    ratings.observation_date between cast($first as date) and cast($last as date)
    and facilities.drawn is not null
order by ratings.observation_date, ratings.obligor_id
