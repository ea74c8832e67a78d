-- One row per check.
create or replace table mart_quality_checks as
with

checks as (

    select
        check_id,
        extract,
        column_name,
        kind,
        severity,
        verdict,
        measured,
        tolerated,
        rows_checked,
        rows_failing,
        kind in ('freshness', 'volume') or (kind = 'drift' and rows_failing = 0) as is_figure,
        finding
    from load_checks

),

-- What was compared is for all to see; where rows lie is not.
parted as (

    select
        check_id,
        extract,
        column_name,
        kind,
        severity,
        verdict,
        measured,
        tolerated,
        rows_checked,
        rows_failing,
        case when is_figure then nullif(finding, '') end as compared,
        case when not is_figure then nullif(finding, '') end as places
    from checks

)

select * from parted
order by check_id;
