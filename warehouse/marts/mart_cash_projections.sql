-- One row per obligor in the book at the latest observation date and quarter ahead.
create or replace table mart_cash_projections as
select
    projections.obligor_id,
    projections.quarter,
    projections.quarter_end,
    profiles.name,
    book.grade,
    projections.basis,
    projections.low,
    projections.operating_cash_flow,
    projections.high,
    projections.debt_service,
    projections.cover_low_ratio,
    projections.cover_ratio,
    projections.cover_high_ratio
from score_cash_projections as projections
left join score_book as book
    on projections.obligor_id = book.obligor_id
    and projections.observation_date = book.observation_date
left join feat_profiles as profiles
    on projections.obligor_id = profiles.obligor_id
    and projections.observation_date = profiles.observation_date
order by projections.obligor_id, projections.quarter;
