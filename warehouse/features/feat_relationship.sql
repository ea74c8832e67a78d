-- One row per obligor in the book and observation date: how long the bank knows it and what it earns with it, as known by then.
create or replace table feat_relationship as
with

obligors as (

    select
        obligor_id as entity_id,
        obligor_id,
        valid_from,
        published_date,
        onboarded_date
    from stg_obligors
    where obligor_id in (select obligor_id from feat_frame_obligors)

),

versions as (

    select * from leading_versions(obligors)

),

tenures as (

    select
        obligor_id,
        observation_date,
        case
            when onboarded_date <= observation_date then days_between(onboarded_date, observation_date)
        end as tenure_days
    from latest_known(feat_frame, versions)

),

-- A quarter counts for twelve months, and as the year before for twelve more.
first_incomes as (

    select
        obligor_id,
        month_number(min(period_end)) as month_number
    from stg_relationship_income
    group by obligor_id

),

-- The feed runs until the quarter after its last one, of anybody, should have come: then what lacks is unknown, not nil.
feeds as (

    select
        quarter_month,
        lead(quarter_month) over (order by quarter_month) as next_month
    from (select distinct month_number(period_end) as quarter_month from stg_relationship_income) as delivered

),

quarters as (

    select
        obligor_id,
        period_end,
        sum(amount) as amount,
        sum(case when income_type = 'lending_margin' then amount else 0 end) as lending,
        sum(case when income_type = 'deposit_margin' then amount else 0 end) as deposits,
        sum(case when income_type = 'fees' then amount else 0 end) as fees,
        sum(case when income_type = 'other' then amount else 0 end) as others
    from stg_relationship_income
    where
        obligor_id in (select obligor_id from feat_frame_obligors)
        and period_end between window_start(24) and window_end()
    group by obligor_id, period_end

),

income_steps as (

    select
        obligor_id,
        period_end as known_date,
        amount,
        0 as amount_before,
        lending,
        deposits,
        fees,
        others
    from quarters
    union all
    select
        obligor_id,
        month_end_after(period_end, 12) as known_date,
        -amount as amount,
        amount as amount_before,
        -lending as lending,
        -deposits as deposits,
        -fees as fees,
        -others as others
    from quarters
    union all
    select
        obligor_id,
        month_end_after(period_end, 24) as known_date,
        0 as amount,
        -amount as amount_before,
        0 as lending,
        0 as deposits,
        0 as fees,
        0 as others
    from quarters

),

income_days as (

    select
        obligor_id,
        known_date,
        sum(amount) as amount,
        sum(amount_before) as amount_before,
        sum(lending) as lending,
        sum(deposits) as deposits,
        sum(fees) as fees,
        sum(others) as others
    from income_steps
    group by obligor_id, known_date

),

incomes as (

    select
        obligor_id,
        known_date,
        sum(amount) over so_far as amount,
        sum(amount_before) over so_far as amount_before,
        sum(lending) over so_far as lending,
        sum(deposits) over so_far as deposits,
        sum(fees) over so_far as fees,
        sum(others) over so_far as others
    from income_days
    window so_far as (partition by obligor_id order by known_date rows between unbounded preceding and current row)

),

income_known as (

    select * from latest_known(feat_frame, incomes)

),

combined as (

    select
        frame.obligor_id,
        frame.observation_date,
        tenures.tenure_days,

        -- income
        case
            when first_incomes.obligor_id is not null and feeds.quarter_month is not null
                then cast(coalesce(income_known.amount, 0) as double)
        end as income,
        case
            when first_incomes.month_number <= frame.month_number - 21 and feeds.quarter_month is not null
                then growth(income_known.amount, income_known.amount_before)
        end as income_growth_rate,
        case
            when first_incomes.obligor_id is not null and feeds.quarter_month is not null
                then
                    case when income_known.lending > 0 then 1 else 0 end
                    + case when income_known.deposits > 0 then 1 else 0 end
                    + case when income_known.fees > 0 then 1 else 0 end
                    + case when income_known.others > 0 then 1 else 0 end
        end as income_kinds,
        case when feeds.quarter_month is not null then ratio(income_known.lending, income_known.amount) end
            as lending_income_share,
        case when feeds.quarter_month is not null then ratio(income_known.fees, income_known.amount) end
            as fee_income_share
    from feat_frame as frame
    left join tenures
        on frame.obligor_id = tenures.obligor_id
        and frame.observation_date = tenures.observation_date
    left join first_incomes
        on frame.obligor_id = first_incomes.obligor_id
        and first_incomes.month_number <= frame.month_number
    left join feeds
        on frame.month_number >= feeds.quarter_month
        and frame.month_number < least(feeds.quarter_month + 3, coalesce(feeds.next_month, feeds.quarter_month + 3))
    left join income_known
        on frame.obligor_id = income_known.obligor_id
        and frame.observation_date = income_known.observation_date

)

select * from combined;
