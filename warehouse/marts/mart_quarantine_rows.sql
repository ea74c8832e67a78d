-- One row per row that did not load: the latest fifty of each extract and rule; all are in the warehouse.
create or replace table mart_quarantine_rows as
with

placed as (

    select
        extract,
        rule,
        batch_id,
        source_file,
        source_line,
        coalesce(column_name, '') as column_name,
        value,
        row_number() over (
            partition by extract, rule
            order by batch_id desc, source_file, source_line
        ) as place
    from quarantine
    where replayed_in is null

),

-- Whether the party of a row that did not load has consented is not known, so that what it said is not shown.
-- Marks on both sides show where a value begins and ends, and tell it from every other text.
shown as (

    select
        extract,
        rule,
        batch_id,
        source_file,
        source_line,
        column_name,
        case
            when extract in (select consented.extract from stg_consented_extracts as consented) then null
            when length(value) > 120 then '«' || left(value, 120) || '…»'
            else '«' || value || '»'
        end as value
    from placed
    where place <= 50

)

select * from shown
order by extract, rule, batch_id desc, source_file, source_line;
