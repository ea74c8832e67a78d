-- One row per enterprise. Only the 123 rated ones say whether they defaulted.
with

source as (

    select * from source_rows

),

renamed as (

    select
        -- ids
        enterprise_id as obligor_id,

        -- flags
        coalesce(trim(defaulted) in ('是', '否'), false) as is_known,

        source_file,
        source_line

    from source

)

select * from renamed
