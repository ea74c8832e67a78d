-- One row per extract: rows ever loaded, and rows that a full delivery ended.
with

counted as (

    select extract, sum(loaded) as loaded, sum(ended) as ended
    from load_batches
    group by extract

)

select * from counted
order by extract
