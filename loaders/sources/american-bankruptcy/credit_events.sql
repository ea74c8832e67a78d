-- One row per firm that failed: it is taken to file a stated lag after the end of its last observed year.
-- `status_label` is constant per firm, so only the last year tells when.
with

source as (

    select * from source_rows where status_label = 'failed'

),

last_years as (

    select *
    from source
    qualify row_number() over (partition by company_name order by year desc, source_line desc) = 1

),

renamed as (

    select
        -- ids
        company_name || '-bankruptcy' as event_id,
        company_name as obligor_id,

        -- codes
        'bankruptcy_filing' as event_type,

        -- dates
        make_date(year, 12, 31) + $bankruptcy_lag_days as event_date,
        make_date(year, 12, 31) + $bankruptcy_lag_days as published_date,

        source_file,
        source_line

    from last_years

)

select * from renamed
