-- One row per year of projection and quarter ahead: debt service projected to what fell due.
select
    year(observation_date) as "year",
    quarter,
    ratio(sum_exact(projected), sum_exact(fell_due)) as projected_to_due
from score_debt_service_backtest
group by year(observation_date), quarter
order by "year", quarter
