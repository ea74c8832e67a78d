-- One row per obligor: a source whose events are all reported knows the outcome of everyone.
with

source as (

    select distinct obligor_id from stg_obligors

),

known as (

    select
        obligor_id,
        true as is_known

    from source

)

select * from known
