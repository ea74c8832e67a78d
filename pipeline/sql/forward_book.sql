-- One row per obligor in the book on the last date of the calendar.
select obligor_id
from feat_observations
where observation_date = cast($last as date)
order by obligor_id
