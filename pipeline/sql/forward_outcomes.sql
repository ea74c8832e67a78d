-- One row per obligor and calendar quarter at whose end it was in the book: the flow that came.
create or replace temp table forward_outcomes as
select
    quarters.obligor_id,
    quarters.quarter,
    quarters.flow
from forward_quarters as quarters
inner join feat_observations as observations
    on quarters.obligor_id = observations.obligor_id
    and quarters.quarter = quarter_number(observations.observation_date)
where mod(month(observations.observation_date), 3) = 0;
