-- One row per obligor and date: flow and sales of the latest full quarter (0) and of those before it as known on the date, and the
-- flows that came in the four quarters from the first one that is projected.
with

histories as (

    select
        origins.obligor_id,
        origins.observation_date,
        origins.latest_quarter,
        origins.industry_section,
        cast(sum(case when quarters.quarter = origins.latest_quarter - 0 then quarters.flow end) as double) as flow_0,
        cast(sum(case when quarters.quarter = origins.latest_quarter - 1 then quarters.flow end) as double) as flow_1,
        cast(sum(case when quarters.quarter = origins.latest_quarter - 2 then quarters.flow end) as double) as flow_2,
        cast(sum(case when quarters.quarter = origins.latest_quarter - 3 then quarters.flow end) as double) as flow_3,
        cast(sum(case when quarters.quarter = origins.latest_quarter - 4 then quarters.flow end) as double) as flow_4,
        cast(sum(case when quarters.quarter = origins.latest_quarter - 5 then quarters.flow end) as double) as flow_5,
        cast(sum(case when quarters.quarter = origins.latest_quarter - 6 then quarters.flow end) as double) as flow_6,
        cast(sum(case when quarters.quarter = origins.latest_quarter - 7 then quarters.flow end) as double) as flow_7,
        cast(sum(case when quarters.quarter = origins.latest_quarter - 8 then quarters.flow end) as double) as flow_8,
        cast(sum(case when quarters.quarter = origins.latest_quarter - 9 then quarters.flow end) as double) as flow_9,
        cast(sum(case when quarters.quarter = origins.latest_quarter - 0 then quarters.sales end) as double) as sales_0,
        cast(sum(case when quarters.quarter = origins.latest_quarter - 1 then quarters.sales end) as double) as sales_1,
        cast(sum(case when quarters.quarter = origins.latest_quarter - 2 then quarters.sales end) as double) as sales_2,
        cast(sum(case when quarters.quarter = origins.latest_quarter - 3 then quarters.sales end) as double) as sales_3,
        cast(sum(case when quarters.quarter = origins.latest_quarter - 4 then quarters.sales end) as double) as sales_4,
        cast(sum(case when quarters.quarter = origins.latest_quarter - 5 then quarters.sales end) as double) as sales_5,
        cast(sum(case when quarters.quarter = origins.latest_quarter - 6 then quarters.sales end) as double) as sales_6,
        cast(sum(case when quarters.quarter = origins.latest_quarter - 7 then quarters.sales end) as double) as sales_7,
        cast(sum(case when quarters.quarter = origins.latest_quarter - 8 then quarters.sales end) as double) as sales_8,
        cast(sum(case when quarters.quarter = origins.latest_quarter - 9 then quarters.sales end) as double) as sales_9
    from forward_origins as origins
    left join forward_quarters as quarters
        on origins.obligor_id = quarters.obligor_id
        and origins.observation_date = quarters.observation_date
        and quarters.quarter > origins.latest_quarter - 10
    group by origins.obligor_id, origins.observation_date, origins.latest_quarter, origins.industry_section

),

came as (

    select
        origins.obligor_id,
        origins.observation_date,
        cast(sum(case when outcomes.quarter = origins.latest_quarter + $first_ahead + 0 then outcomes.flow end) as double) as came_1,
        cast(sum(case when outcomes.quarter = origins.latest_quarter + $first_ahead + 1 then outcomes.flow end) as double) as came_2,
        cast(sum(case when outcomes.quarter = origins.latest_quarter + $first_ahead + 2 then outcomes.flow end) as double) as came_3,
        cast(sum(case when outcomes.quarter = origins.latest_quarter + $first_ahead + 3 then outcomes.flow end) as double) as came_4
    from forward_origins as origins
    inner join forward_outcomes as outcomes
        on origins.obligor_id = outcomes.obligor_id
        and outcomes.quarter >= origins.latest_quarter + $first_ahead
        and outcomes.quarter < origins.latest_quarter + $first_ahead + 4
    group by origins.obligor_id, origins.observation_date

)

select
    histories.*,
    mod(histories.latest_quarter - 1, 4) as quarter_of_year,
    came.came_1,
    came.came_2,
    came.came_3,
    came.came_4
from histories
left join came
    on histories.obligor_id = came.obligor_id
    and histories.observation_date = came.observation_date
order by histories.observation_date, histories.obligor_id
