-- One row per obligor in the book at the latest observation date.
create or replace table mart_obligors as
with

latest as (

    select max(observation_date) as observation_date from stg_calendar

),

combined as (

    select
        pseudonyms.pseudonym,
        book.obligor_id,
        profiles.name,
        profiles.registration_number,
        book.observation_date,
        book.grade,
        book.grade_order,
        book.pd,
        before.grade as previous_grade,
        book.tier,
        book.contribution_score,
        book.potential_score,
        book.risk_score,
        book.industry_section,
        book.size_class,
        book.region,
        cast(book.drawn as double) as drawn,
        cast(book."limit" as double) as "limit",
        repayments.days_past_due
    from score_book as book
    inner join latest on book.observation_date = latest.observation_date
    inner join score_pseudonyms as pseudonyms on book.obligor_id = pseudonyms.obligor_id
    inner join feat_repayments as repayments
        on book.obligor_id = repayments.obligor_id
        and book.observation_date = repayments.observation_date
    inner join feat_profiles as profiles
        on book.obligor_id = profiles.obligor_id
        and book.observation_date = profiles.observation_date
    left join score_book as before
        on book.obligor_id = before.obligor_id
        and before.observation_date = month_end_after(latest.observation_date, -12)
    order by pseudonyms.pseudonym

)

select * from combined;
