-- One row per quarter ahead.
create or replace table mart_cash_outlook as
with

counted as (

    select
        quarter,
        quarter_end,
        count(*) as obligors,
        count(cover_ratio) as covered,
        count_where(cover_ratio < 1) as short,
        count_where(cover_high_ratio < 1) as surely_short,
        ratio(count_where(cover_ratio < 1), count(cover_ratio)) as short_share,
        total_amount(debt_service) as debt_service
    from score_cash_projections
    group by quarter, quarter_end

)

select * from counted
order by quarter;
