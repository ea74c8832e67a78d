-- One row: the rule that most rows of an extract broke, how many did, and the first of them.
with

source as (

    select found.*, files.file_name as source_file
    from found
    join landing_files as files using (file_id)

),

broken as (

    select
        file_id,
        source_file,
        source_line,
        column_name,
        "value",
        rule,
        count(*) over (partition by rule) as broke_it
    from source
    where extract = $extract and rule <> 'duplicate'

),

first_of_most as (

    select *
    from broken
    order by broke_it desc, rule, file_id, source_line
    limit 1

)

select * from first_of_most
