-- One row per obligor in the book and observation date: what it may draw, has drawn, until when, and pays for it.
create or replace table feat_facilities as
with

-- A year of the book by the terms of each month end, to see limits that were cut.
monthly as (

    select
        obligor_id,
        facility_id,
        product,
        maturity_date,
        cast(annual_rate as decimal(9, 6)) as exact_rate,
        month_end,
        month_number,
        "limit" as limit_amount,
        drawn as drawn_amount
    from book_terms(stg_exposures, stg_facilities)
    where
        month_end between window_start(13) and window_end()
        and obligor_id in (select obligor_id from feat_frame_obligors)

),

book as (

    select
        obligor_id,
        month_end as observation_date,
        month_number,
        count(*) as facilities,
        count(distinct product) as products,
        sum(limit_amount) as limit_amount,
        sum(drawn_amount) as drawn_amount,
        sum(drawn_amount * exact_rate) as annual_interest,
        sum(greatest(limit_amount - drawn_amount, 0)) as undrawn,
        sum(greatest(drawn_amount - limit_amount, 0)) as excess,
        sum(drawn_amount * greatest(days_between(month_end, maturity_date), 0)) as drawn_days,
        sum(case when maturity_date <= month_end_after(month_end, 12) then drawn_amount else 0 end) as maturing,
        sum(case when maturity_date < month_end then drawn_amount else 0 end) as matured,
        sum(case when product = 'working_capital' then drawn_amount else 0 end) as working_capital,
        sum(case when product in ('supply_chain', 'trade_finance') then drawn_amount else 0 end) as trade
    from monthly
    group by obligor_id, month_end, month_number

),

cuts as (

    select
        after.obligor_id,
        after.month_number,
        count(*) as cuts
    from monthly as after
    inner join monthly as before
        on after.facility_id = before.facility_id
        and after.month_number = before.month_number + 1
    where after.limit_amount < before.limit_amount
    group by after.obligor_id, after.month_number

),

cuts_of_year as (

    select
        frame.obligor_id,
        frame.observation_date,
        sum(cuts.cuts) as cuts
    from feat_frame as frame
    inner join cuts
        on frame.obligor_id = cuts.obligor_id
        and cuts.month_number between frame.month_number - 11 and frame.month_number
    group by frame.obligor_id, frame.observation_date

),

starts as (

    select
        frame.obligor_id,
        frame.observation_date,
        count_where(owners.start_date > month_end_after(frame.observation_date, -12)) as started,
        min(owners.start_date) as first_start,
        max(owners.start_date) as last_start
    from feat_frame as frame
    inner join facility_owners(stg_facilities) as owners
        on frame.obligor_id = owners.obligor_id
        and owners.known_date <= frame.observation_date
        and owners.start_date <= frame.observation_date
    group by frame.obligor_id, frame.observation_date

),

combined as (

    select
        frame.obligor_id,
        frame.observation_date,
        book.facilities,
        cast(book.limit_amount as double) as "limit",
        cast(book.drawn_amount as double) as drawn,
        cast(book.annual_interest as double) as annual_interest,
        ratio(book.drawn_amount, book.limit_amount) as utilisation_share,
        cast(book.undrawn as double) as undrawn,
        ratio(book.excess, book.limit_amount) as excess_share,
        ratio(book.annual_interest, book.drawn_amount) as average_rate,
        ratio(book.drawn_days, book.drawn_amount) as remaining_tenor_days,
        ratio(book.maturing, book.drawn_amount) as maturing_share,
        ratio(book.matured, book.drawn_amount) as matured_share,
        ratio(book.working_capital, book.drawn_amount) as working_capital_share,
        ratio(book.trade, book.drawn_amount) as trade_share,
        book.products,
        growth(book.limit_amount, year_before.limit_amount) as limit_growth_rate,
        case when book.obligor_id is not null then cast(coalesce(cuts_of_year.cuts, 0) as bigint) end as limit_cuts,
        starts.started as new_facilities,
        days_between(starts.first_start, frame.observation_date) as since_first_facility_days,
        days_between(starts.last_start, frame.observation_date) as since_last_facility_days
    from feat_frame as frame
    left join book
        on frame.obligor_id = book.obligor_id
        and frame.observation_date = book.observation_date
    left join book as year_before
        on frame.obligor_id = year_before.obligor_id
        and frame.month_number = year_before.month_number + 12
    left join cuts_of_year
        on frame.obligor_id = cuts_of_year.obligor_id
        and frame.observation_date = cuts_of_year.observation_date
    left join starts
        on frame.obligor_id = starts.obligor_id
        and frame.observation_date = starts.observation_date

)

select * from combined;
