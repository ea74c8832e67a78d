-- One row per firm: its first year. Firms have numbers, no names.
with

source as (

    select * from source_rows

),

first_years as (

    select *
    from source
    qualify row_number() over (partition by company_name order by year, source_line) = 1

),

renamed as (

    select
        -- ids
        company_name as obligor_id,

        -- dates
        make_date(year, 12, 31) as valid_from,
        make_date(year, 12, 31) + $statement_lag_days as published_date,

        -- codes
        'listed' as ownership,

        source_file,
        source_line

    from first_years

)

select * from renamed
