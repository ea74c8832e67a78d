-- One row per enterprise. Names are masked by the publisher and stay as they are.
with

source as (

    select * from source_rows

),

renamed as (

    select
        -- ids
        enterprise_id as obligor_id,
        name,

        -- dates
        cast($obligors_known_from as date) as valid_from,
        cast($obligors_known_from as date) as published_date,

        source_file,
        source_line

    from source

)

select * from renamed
