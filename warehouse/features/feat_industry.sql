-- One row per obligor in the book and observation date: how its industry did, as published by then.
create or replace table feat_industry as
with

obligors as (

    select
        obligor_id as entity_id,
        obligor_id,
        valid_from,
        published_date,
        substr(industry_code, 1, 1) as industry_section
    from stg_obligors
    where obligor_id in (select obligor_id from feat_frame_obligors)

),

versions as (

    select * from leading_versions(obligors)

),

in_force as (

    select
        obligor_id,
        observation_date,
        industry_section
    from latest_known(feat_frame, versions)

),

dates as (

    select distinct
        observation_date,
        month_number
    from feat_frame

),

-- Each month of two years in its last version.
published as (

    select
        dates.observation_date,
        dates.month_number,
        series.industry_section,
        series.series,
        month_number(series.period_end) as period_month,
        series.value,
        row_number() over (
            partition by
                dates.observation_date,
                series.industry_section,
                series.series,
                month_number(series.period_end)
            order by series.period_end desc, series.published_date desc
        ) as place
    from dates
    inner join stg_industry_series as series
        on series.published_date <= dates.observation_date
        and month_number(series.period_end) between dates.month_number - 23 and dates.month_number
    where series.series in ('output_growth', 'profit_margin')

),

dated as (

    select
        *,
        max(period_month) over (partition by observation_date, industry_section, series) as latest_month
    from published
    where place = 1

),

-- A series that ended a year ago says nothing of today.
sections as (

    select
        observation_date,
        industry_section,
        max(case when series = 'output_growth' and period_month = latest_month then value end) as output_growth,
        max(case when series = 'output_growth' and period_month = latest_month - 3 then value end) as output_growth_quarter,
        max(case when series = 'output_growth' and period_month = latest_month - 12 then value end) as output_growth_year,
        min(case when series = 'output_growth' then value end) as output_growth_worst,
        max(case when series = 'output_growth' then value end) as output_growth_best,
        max(case when series = 'profit_margin' and period_month = latest_month then value end) as profit_margin,
        max(case when series = 'profit_margin' and period_month = latest_month - 3 then value end) as profit_margin_quarter,
        max(case when series = 'profit_margin' and period_month = latest_month - 12 then value end) as profit_margin_year,
        min(case when series = 'profit_margin' then value end) as profit_margin_worst
    from dated
    where latest_month > month_number - 12
    group by observation_date, industry_section

),

economy as (

    select
        observation_date,
        ratio(sum(cast(output_growth as decimal(18, 6))), count(output_growth)) as output_growth,
        ratio(sum(cast(profit_margin as decimal(18, 6))), count(profit_margin)) as profit_margin
    from sections
    group by observation_date

),

combined as (

    select
        frame.obligor_id,
        frame.observation_date,
        sections.output_growth as industry_output_growth_rate,
        sections.output_growth - sections.output_growth_quarter as industry_output_growth_quarter_change_rate,
        sections.output_growth - sections.output_growth_year as industry_output_growth_year_change_rate,
        sections.output_growth - economy.output_growth as industry_output_growth_gap_rate,
        sections.output_growth_worst as industry_output_growth_worst_rate,
        sections.output_growth_best - sections.output_growth_worst as industry_output_growth_range_rate,
        sections.profit_margin as industry_profit_margin_rate,
        sections.profit_margin - sections.profit_margin_quarter as industry_profit_margin_quarter_change_rate,
        sections.profit_margin - sections.profit_margin_year as industry_profit_margin_year_change_rate,
        sections.profit_margin - economy.profit_margin as industry_profit_margin_gap_rate,
        sections.profit_margin_worst as industry_profit_margin_worst_rate
    from feat_frame as frame
    left join in_force
        on frame.obligor_id = in_force.obligor_id
        and frame.observation_date = in_force.observation_date
    left join sections
        on in_force.industry_section = sections.industry_section
        and in_force.observation_date = sections.observation_date
    left join economy on frame.observation_date = economy.observation_date

)

select * from combined;
