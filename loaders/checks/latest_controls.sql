-- One row per control of the latest delivery of each extract.
with

latest as (

    select extract, max(delivery_id) as delivery_id
    from load_batches
    group by extract

),

batches as (

    select load_batches.batch_id
    from load_batches
    join latest
        on load_batches.extract = latest.extract
        and load_batches.delivery_id = latest.delivery_id

),

controls as (

    select
        load_controls.extract,
        load_controls.source_file,
        load_controls.control,
        load_controls.column_name,
        load_controls.declared,
        load_controls.computed,
        load_controls.is_reconciled
    from load_controls
    join batches on load_controls.batch_id = batches.batch_id

)

select * from controls
order by extract, source_file, control, column_name
