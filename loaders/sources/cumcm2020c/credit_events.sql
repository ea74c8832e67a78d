-- One row per enterprise that is reported to have defaulted. The source gives no date.
with

source as (

    select * from source_rows where trim(defaulted) = '是'

),

renamed as (

    select
        -- ids
        enterprise_id || '-default' as event_id,
        enterprise_id as obligor_id,

        -- codes
        'reported_default' as event_type,

        -- dates
        cast(null as date) as event_date,
        cast(null as date) as published_date,

        source_file,
        source_line

    from source

)

select * from renamed
