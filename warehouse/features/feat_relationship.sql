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

-- A quarter's figures come some months after it, which moves the whole of its window. What comes later than the next quarter should is late, and
-- moves nothing.
delivered as (

    select
        obligor_id,
        period_end,
        income_type,
        amount,
        greatest(published_date, period_end) as known_date,
        least(greatest(month_number(published_date) - month_number(period_end), 0), 3) as lag_months
    from stg_relationship_income
    where published_date <= window_end()

),

first_incomes as (

    select
        obligor_id,
        min(month_number(known_date)) as known_month,
        min(greatest(month_number(known_date), month_number(period_end) + lag_months + 21)) as two_years_month
    from delivered
    group by obligor_id

),

-- The feed runs until the quarter after its last one, of anybody, should have come: then what lacks is unknown, not nil.
feeds as (

    select distinct
        month_number(known_date) as from_month,
        month_number(period_end) + lag_months + 3 as until_month
    from delivered

),

running as (

    select distinct frame.month_number
    from (select distinct month_number from feat_frame) as frame
    inner join feeds
        on frame.month_number >= feeds.from_month
        and frame.month_number < feeds.until_month

),

quarters as (

    select *
    from delivered
    where
        obligor_id in (select obligor_id from feat_frame_obligors)
        and period_end >= window_start(27)

),

-- A quarter counts for twelve months, and as the year before for twelve more: each until the same quarter of the next year is known, or should be.
windows as (

    select
        quarters.*,
        greatest(
            quarters.known_date,
            least(
                month_end_after(quarters.period_end, 12 + quarters.lag_months),
                greatest(month_end_after(quarters.period_end, 12), coalesce(next_year.known_date, date '9999-12-31'))
            )
        ) as before_date,
        greatest(
            quarters.known_date,
            least(
                month_end_after(quarters.period_end, 24 + quarters.lag_months),
                greatest(month_end_after(quarters.period_end, 24), coalesce(year_after.known_date, date '9999-12-31'))
            )
        ) as until_date
    from quarters
    left join quarters as next_year
        on quarters.obligor_id = next_year.obligor_id
        and quarters.income_type = next_year.income_type
        and month_end_after(quarters.period_end, 12) = next_year.period_end
    left join quarters as year_after
        on quarters.obligor_id = year_after.obligor_id
        and quarters.income_type = year_after.income_type
        and month_end_after(quarters.period_end, 24) = year_after.period_end

),

income_steps as (

    select
        obligor_id,
        known_date,
        income_type,
        amount,
        0 as amount_before
    from windows
    union all
    select
        obligor_id,
        before_date as known_date,
        income_type,
        -amount as amount,
        amount as amount_before
    from windows
    union all
    select
        obligor_id,
        until_date as known_date,
        income_type,
        0 as amount,
        -amount as amount_before
    from windows

),

income_days as (

    select
        obligor_id,
        known_date,
        sum(amount) as amount,
        sum(amount_before) as amount_before,
        sum(case when income_type = 'lending_margin' then amount else 0 end) as lending,
        sum(case when income_type = 'deposit_margin' then amount else 0 end) as deposits,
        sum(case when income_type = 'fees' then amount else 0 end) as fees,
        sum(case when income_type = 'other' then amount else 0 end) as others
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
            when first_incomes.obligor_id is not null and running.month_number is not null
                then cast(coalesce(income_known.amount, 0) as double)
        end as income,
        case
            when first_incomes.two_years_month <= frame.month_number and running.month_number is not null
                then growth(income_known.amount, income_known.amount_before)
        end as income_growth_rate,
        case
            when first_incomes.obligor_id is not null and running.month_number is not null
                then
                    case when income_known.lending > 0 then 1 else 0 end
                    + case when income_known.deposits > 0 then 1 else 0 end
                    + case when income_known.fees > 0 then 1 else 0 end
                    + case when income_known.others > 0 then 1 else 0 end
        end as income_kinds,
        case when running.month_number is not null then ratio(income_known.lending, income_known.amount) end
            as lending_income_share,
        case when running.month_number is not null then ratio(income_known.fees, income_known.amount) end
            as fee_income_share
    from feat_frame as frame
    left join tenures
        on frame.obligor_id = tenures.obligor_id
        and frame.observation_date = tenures.observation_date
    left join first_incomes
        on frame.obligor_id = first_incomes.obligor_id
        and first_incomes.known_month <= frame.month_number
    left join running on frame.month_number = running.month_number
    left join income_known
        on frame.obligor_id = income_known.obligor_id
        and frame.observation_date = income_known.observation_date

)

select * from combined;
