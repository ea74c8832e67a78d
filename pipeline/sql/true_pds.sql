-- One row per obligor of the test sample: the PD that the demo bank knows to be true, and what came.
select
    ratings.obligor_id,
    truth.pd_integrated as true_pd,
    targets.defaulted
from score_ratings as ratings
inner join target_default as targets
    on ratings.obligor_id = targets.obligor_id
    and ratings.observation_date = targets.observation_date
inner join rows_of_parquet($file) as truth
    on ratings.obligor_id = truth.obligor_id
    and ratings.observation_date = truth.month_end
where
    ratings.sample = 'test'
    and month(ratings.observation_date) = $month
    and not targets.is_in_default
    and targets.defaulted is not null
order by ratings.observation_date, ratings.obligor_id
