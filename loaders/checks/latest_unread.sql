-- One row per extract: rows handed over in its latest delivery, and those in which a date or a number could not be read.
with

latest as (

    select extract, max(delivery_id) as delivery_id
    from load_batches
    group by extract

),

batches as (

    select load_batches.batch_id, load_batches.extract, load_batches.rows_in
    from load_batches
    join latest
        on load_batches.extract = latest.extract
        and load_batches.delivery_id = latest.delivery_id

),

handed_over as (

    select extract, sum(rows_in) as rows_in
    from batches
    group by extract

),

unread as (

    select
        quarantine.extract,
        quarantine.source_file,
        quarantine.source_line,
        row_number() over (partition by quarantine.extract order by quarantine.batch_id, source_file, source_line) as place
    from quarantine
    join batches on quarantine.batch_id = batches.batch_id
    where quarantine.rule in ('not_a_date', 'not_a_number') and quarantine.replayed_in is null

),

counted as (

    select
        extract,
        count(*) as unread,
        string_agg(source_file || ':' || source_line, '; ' order by place) filter (where place <= 5) as first_places
    from unread
    group by extract

),

joined as (

    select
        handed_over.extract,
        handed_over.rows_in,
        coalesce(counted.unread, 0) as unread,
        coalesce(counted.first_places, '') as first_places
    from handed_over
    left join counted on handed_over.extract = counted.extract

)

select * from joined
order by extract
