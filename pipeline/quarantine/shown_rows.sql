-- One row per row of an extract that is still in quarantine, newest batch first.
with

held as (

    select batch_id, source_file, source_line, column_name, value, rule
    from quarantine
    where extract = $extract
        and replayed_in is null
        and (cast($rule as varchar) is null or rule = $rule)

)

select * from held
order by batch_id desc, source_file, source_line
limit $limit
