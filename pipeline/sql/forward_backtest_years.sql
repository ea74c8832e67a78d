-- One row per basis, year of projection and quarter ahead: how projections fared.
select
    basis,
    sample,
    year(observation_date) as "year",
    quarter,
    sum(outcomes) as outcomes,
    ratio(sum(inside), sum(outcomes)) as coverage,
    ratio(sum(below), sum(outcomes)) as below,
    ratio(sum_exact(bias_ratio * outcomes), sum(outcomes)) as bias,
    ratio(sum_exact(error_ratio * outcomes), sum(outcomes)) as error,
    ratio(sum_exact(naive_error_ratio * outcomes), sum(case when naive_error_ratio is not null then outcomes end)) as naive_error,
    max(nominal_share) as nominal
from score_projection_backtest
group by basis, sample, year(observation_date), quarter
order by basis desc, sample desc, "year", quarter
