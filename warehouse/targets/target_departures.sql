-- One row per obligor and time that it left the book: the last month end with it, the first without, and the one of its return.
create or replace table target_departures as
with

lines as (

    select distinct
        obligor_id,
        month_end
    from book_lines(stg_exposures, stg_facilities)

),

-- The month ends of which the source has a book: one that it never delivered is no departure.
books as (

    select
        month_end,
        row_number() over (order by month_end) as book_number,
        lead(month_end) over (order by month_end) as next_month_end
    from (
        select distinct month_end
        from lines
    ) as months

),

followed as (

    select
        lines.obligor_id,
        books.month_end as last_date,
        books.next_month_end as missed_date,
        books.book_number,
        lead(books.month_end) over (partition by lines.obligor_id order by books.month_end) as return_date,
        lead(books.book_number) over (partition by lines.obligor_id order by books.month_end) as next_number
    from lines
    inner join books on lines.month_end = books.month_end

),

departures as (

    select
        obligor_id,
        last_date,
        missed_date,
        return_date
    from followed
    where
        missed_date is not null
        and (next_number is null or next_number > book_number + 1)
    order by obligor_id, last_date

)

select * from departures;
