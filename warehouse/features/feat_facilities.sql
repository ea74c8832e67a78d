-- One row per obligor in the book and observation date: what it may draw, has drawn, and pays for it.
create or replace table feat_facilities as
with

book as (

    select
        facilities.obligor_id,
        exposures.month_end as observation_date,
        count(*) as facilities,
        sum(exposures."limit") as "limit",
        sum(exposures.drawn) as drawn,
        sum(exposures.drawn * cast(facilities.annual_rate as decimal(9, 6))) as annual_interest
    from stg_exposures as exposures
    inner join stg_facilities as facilities on exposures.facility_id = facilities.facility_id
    group by facilities.obligor_id, exposures.month_end

),

combined as (

    select
        observations.obligor_id,
        observations.observation_date,
        book.facilities,
        cast(book."limit" as double) as "limit",
        cast(book.drawn as double) as drawn,
        cast(book.annual_interest as double) as annual_interest,
        ratio(book.drawn, book."limit") as utilisation_share
    from feat_observations as observations
    left join book
        on observations.obligor_id = book.obligor_id
        and observations.observation_date = book.observation_date
    order by observations.obligor_id, observations.observation_date

)

select * from combined;
