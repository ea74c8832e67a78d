-- One row per row still in quarantine, of a stretch of the table.
with

held as (

    select batch_id, extract, source_file, source_line, column_name, value, rule, raw
    from quarantine
    where rowid >= $first
        and rowid < $beyond
        and replayed_in is null
        and (cast($extract as varchar) is null or extract = $extract)
        and (cast($rule as varchar) is null or rule = $rule)
    order by rowid

)

select * from held
