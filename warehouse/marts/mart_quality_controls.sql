-- One row per control total.
create or replace table mart_quality_controls as
with

controls as (

    select
        batch_id,
        extract,
        source_file,
        control,
        column_name,
        declared,
        computed,
        is_reconciled
    from load_controls

)

select * from controls
order by batch_id, extract, source_file, control, column_name;
