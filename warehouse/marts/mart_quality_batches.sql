-- One row per batch.
create or replace table mart_quality_batches as
with

batches as (

    select
        batch_id,
        delivery_id,
        extract,
        delivery,
        content_sha256,
        rows_in,
        loaded,
        duplicates,
        quarantined,
        left_out,
        superseded,
        ended
    from load_batches

)

select * from batches
order by batch_id;
