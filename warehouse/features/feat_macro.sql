-- One row per obligor in the book and observation date: how the economy did, as published by then.
create or replace table feat_macro as
with

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
        series.series,
        month_number(series.period_end) as period_month,
        series.value,
        row_number() over (
            partition by dates.observation_date, series.series, month_number(series.period_end)
            order by series.period_end desc, series.published_date desc
        ) as place
    from dates
    inner join stg_macro_series as series
        on series.published_date <= dates.observation_date
        and month_number(series.period_end) between dates.month_number - 23 and dates.month_number
    where series.series in ('gdp_growth', 'pmi', 'ppi', 'lpr_1y')

),

dated as (

    select
        *,
        max(period_month) over (partition by observation_date, series) as latest_month
    from published
    where place = 1

),

-- A series that ended a year ago says nothing of today.
economy as (

    select
        observation_date,
        max(case when series = 'gdp_growth' and period_month = latest_month then value end) as gdp_growth,
        max(case when series = 'gdp_growth' and period_month = latest_month - 3 then value end) as gdp_growth_quarter,
        max(case when series = 'gdp_growth' and period_month = latest_month - 12 then value end) as gdp_growth_year,
        max(case when series = 'pmi' and period_month = latest_month then value end) as pmi,
        max(case when series = 'pmi' and period_month = latest_month - 3 then value end) as pmi_quarter,
        max(case when series = 'pmi' and period_month = latest_month - 12 then value end) as pmi_year,
        count_where(series = 'pmi' and period_month > latest_month - 12 and value < 0.5) as pmi_low_months,
        max(case when series = 'ppi' and period_month = latest_month then value end) as ppi,
        max(case when series = 'ppi' and period_month = latest_month - 3 then value end) as ppi_quarter,
        max(case when series = 'ppi' and period_month = latest_month - 12 then value end) as ppi_year,
        max(case when series = 'lpr_1y' and period_month = latest_month then value end) as lpr_1y,
        max(case when series = 'lpr_1y' and period_month = latest_month - 3 then value end) as lpr_1y_quarter,
        max(case when series = 'lpr_1y' and period_month = latest_month - 12 then value end) as lpr_1y_year
    from dated
    where latest_month > month_number - 12
    group by observation_date

),

combined as (

    select
        frame.obligor_id,
        frame.observation_date,
        economy.gdp_growth as gdp_growth_rate,
        economy.gdp_growth - economy.gdp_growth_quarter as gdp_growth_quarter_change_rate,
        economy.gdp_growth - economy.gdp_growth_year as gdp_growth_year_change_rate,
        economy.pmi as pmi_share,
        economy.pmi - economy.pmi_quarter as pmi_quarter_change_share,
        economy.pmi - economy.pmi_year as pmi_year_change_share,
        case when economy.pmi is not null then cast(economy.pmi_low_months as integer) end as pmi_contraction_months,
        economy.ppi as ppi_rate,
        economy.ppi - economy.ppi_quarter as ppi_quarter_change_rate,
        economy.ppi - economy.ppi_year as ppi_year_change_rate,
        economy.lpr_1y as lpr_1y_rate,
        economy.lpr_1y - economy.lpr_1y_quarter as lpr_1y_quarter_change_rate,
        economy.lpr_1y - economy.lpr_1y_year as lpr_1y_year_change_rate,
        economy.lpr_1y - economy.ppi as lpr_1y_real_rate
    from feat_frame as frame
    left join economy on frame.observation_date = economy.observation_date

)

select * from combined;
