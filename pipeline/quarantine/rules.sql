-- One row per extract, rule and column of the quarantine, those with the newest batch first.
with

counted as (

    select
        extract,
        rule,
        column_name,
        count(*) as rows,
        count(replayed_in) as replayed,
        max(batch_id) as latest_batch
    from quarantine
    group by extract, rule, column_name

)

select * from counted
order by latest_batch desc, extract, rows desc, rule, column_name
