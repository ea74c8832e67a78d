-- One row per view of staging: how it is made.
with

views as (

    select
        view_name as name,
        sql as definition
    from duckdb_views()
    where starts_with(view_name, 'stg_')

)

select * from views
order by name
