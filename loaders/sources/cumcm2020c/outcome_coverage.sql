-- One row per enterprise. Only the 123 rated ones say whether they defaulted.
with

source as (

    select * from raw_obligors

),

renamed as (

    select
        enterprise_id as obligor_id,
        coalesce(trim(defaulted) in ('是', '否'), false) as is_known

    from source

)

select * from renamed
