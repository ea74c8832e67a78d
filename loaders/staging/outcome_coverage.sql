-- One row per obligor: whether its outcome is known.
with

obligors as (

    select distinct obligor_id from stg_obligors

),

reported as (

    select
        obligor_id,
        is_known
    from raw_outcome_coverage
    where
        outcome is null
        and batch_id <= $as_of_batch
        and coalesce(superseded_by > $as_of_batch, true)

),

known as (

    select
        obligors.obligor_id,
        case
            when not exists (select 1 from reported) then true
            else coalesce(reported.is_known, false)
        end as is_known
    from obligors
    left join reported on obligors.obligor_id = reported.obligor_id

)

select * from known
order by obligor_id
