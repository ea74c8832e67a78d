-- One row per obligor in the book and observation date: how it used its limits and stood past due, by the month-end book.
create or replace table feat_exposures as
with

monthly as (

    select
        obligor_id,
        month_number,
        sum("limit") as limit_amount,
        sum(drawn) as drawn_amount,
        count_where(drawn > "limit") as excesses,
        max(days_past_due) as days_past_due,
        max(
            case classification
                when 'pass' then 1
                when 'special_mention' then 2
                when 'substandard' then 3
                when 'doubtful' then 4
                when 'loss' then 5
            end
        ) as risk_class
    from book_lines(stg_exposures, stg_facilities)
    where
        month_end <= window_end()
        and obligor_id in (select obligor_id from feat_frame_obligors)
    group by obligor_id, month_number

),

shared as (

    select
        obligor_id,
        month_number,
        limit_amount,
        drawn_amount,
        days_past_due,
        risk_class,
        ratio(drawn_amount, limit_amount) as utilisation_share,
        case when excesses > 0 then 1 else 0 end as has_excess,
        case when days_past_due > 0 then 1 else 0 end as is_overdue,
        case when days_past_due > 0 then month_number end as overdue_month
    from monthly

),

-- Windows run over the months in which the obligor was in the book.
rolled as (

    select
        obligor_id,
        month_number,
        drawn_amount,
        days_past_due,
        risk_class,
        utilisation_share,
        count(*) over of_year as months,
        sum(limit_amount) over of_year as limit_sum,
        sum(drawn_amount) over of_year as drawn_sum,
        max(utilisation_share) over of_year as peak_utilisation_share,
        min(utilisation_share) over of_year as lowest_utilisation_share,
        max(days_past_due) over of_year as worst_days_past_due,
        sum(has_excess) over of_year as excess_months,
        sum(is_overdue) over of_year as overdue_months,
        max(overdue_month) over so_far as last_overdue_month,
        count(*) over so_far as book_months
    from shared
    window
        of_year as (
            partition by obligor_id
            order by month_number
            range between 11 preceding and current row
        ),
        so_far as (
            partition by obligor_id
            order by month_number
            rows between unbounded preceding and current row
        )

),

combined as (

    select
        frame.obligor_id,
        frame.observation_date,
        present.days_past_due as core_days_past_due,
        present.worst_days_past_due as worst_core_days_past_due,
        ratio(present.overdue_months, present.months) as overdue_month_share,
        frame.month_number - present.last_overdue_month as since_overdue_months,
        present.risk_class as risk_class_rank,
        ratio(present.excess_months, present.months) as excess_month_share,
        ratio(present.drawn_sum, present.limit_sum) as average_utilisation_share,
        present.peak_utilisation_share,
        present.peak_utilisation_share - present.lowest_utilisation_share as utilisation_range_share,
        present.utilisation_share - quarter_before.utilisation_share as utilisation_change_share,
        growth(present.drawn_amount, year_before.drawn_amount) as drawn_growth_rate,
        cast(present.book_months as integer) as book_months
    from feat_frame as frame
    left join rolled as present
        on frame.obligor_id = present.obligor_id
        and frame.month_number = present.month_number
    left join shared as quarter_before
        on frame.obligor_id = quarter_before.obligor_id
        and frame.month_number = quarter_before.month_number + 3
    left join shared as year_before
        on frame.obligor_id = year_before.obligor_id
        and frame.month_number = year_before.month_number + 12

)

select * from combined;
