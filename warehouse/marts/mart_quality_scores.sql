-- One row per extract and year of the event, with all years together.
create or replace table mart_quality_scores as
with

in_force as (

    select
        extract,
        case when period = 'undated' then period else left(period, 4) end as period,
        rows,
        withheld,
        rows_failing,
        optional_cells,
        filled_cells,
        rows_dated,
        on_time,
        rows_lagging,
        lag_days
    from load_quality

),

-- A row that is handed over again with every delivery is one row; a date that cannot be is none.
held as (

    select
        extract,
        case
            when rule = 'date_out_of_range' or event_date is null then 'undated'
            else cast(year(event_date) as varchar)
        end as period,
        coalesce(raw, concat_ws(' ', batch_id, source_file, source_line)) as identity
    from quarantine
    where rule <> 'duplicate' and replayed_in is null

),

quarantined as (

    select
        extract,
        period,
        count(distinct identity) as quarantined
    from held
    group by extract, period

),

parts as (

    select
        extract,
        period,
        rows,
        withheld,
        rows_failing,
        optional_cells,
        filled_cells,
        rows_dated,
        on_time,
        rows_lagging,
        lag_days,
        0 as quarantined
    from in_force
    union all
    select
        extract,
        period,
        0 as rows,
        0 as withheld,
        0 as rows_failing,
        0 as optional_cells,
        0 as filled_cells,
        0 as rows_dated,
        0 as on_time,
        0 as rows_lagging,
        0 as lag_days,
        quarantined
    from quarantined

),

counted as (

    select
        extract,
        case when grouping(period) = 1 then 'all' else period end as period,
        cast(sum(rows) as bigint) as rows,
        cast(sum(withheld) as bigint) as withheld,
        cast(sum(quarantined) as bigint) as quarantined,
        cast(sum(rows_failing) as bigint) as failing,
        sum(optional_cells) as optional_cells,
        sum(filled_cells) as filled_cells,
        sum(rows_dated) as rows_dated,
        sum(on_time) as on_time,
        sum(rows_lagging) as rows_lagging,
        sum(lag_days) as lag_days
    from parts
    group by grouping sets ((extract, period), (extract))

),

measured as (

    select
        extract,
        period,
        rows,
        withheld,
        quarantined,
        failing,
        ratio(rows - failing, rows + quarantined) as accuracy,
        ratio(filled_cells, optional_cells) as completeness,
        ratio(on_time, rows_dated) as timeliness,
        ratio(lag_days, rows_lagging) as mean_lag_days
    from counted
    where rows + withheld + quarantined > 0

),

scored as (

    select
        extract,
        period,
        rows,
        withheld,
        quarantined,
        failing,
        accuracy,
        completeness,
        timeliness,
        mean_lag_days,
        (accuracy + coalesce(completeness, 0) + coalesce(timeliness, 0))
        / (1 + cast(completeness is not null as integer) + cast(timeliness is not null as integer)) as score
    from measured

)

select * from scored
order by extract, period;
