-- One row per obligor, date and calendar quarter that had ended by then: what moved on its accounts, nil in a quarter without
-- movements. The quarter of the first movement is left out, since it need not be whole, and those that the feed did not reach by then.
create or replace temp table forward_quarters as
with

starts as (

    select distinct
        obligor_id,
        first_quarter
    from forward_account_facts

),

-- The last month by each date in which anybody's accounts moved: a feed that ended says nothing of what moved later.
feeds as (

    select
        calendar.observation_date,
        max(moved.month_number) as last_month
    from stg_calendar as calendar
    inner join (select distinct month_number(transaction_date) as month_number from stg_account_transactions) as moved
        on month_number(calendar.observation_date) >= moved.month_number
    group by calendar.observation_date

),

quarters as (

    select quarter from forward_account_facts
    union
    select quarter_number(observation_date) as quarter from stg_calendar

),

wanted as (

    select
        origins.obligor_id,
        origins.observation_date,
        quarters.quarter
    from forward_origins as origins
    inner join starts on origins.obligor_id = starts.obligor_id
    inner join feeds on origins.observation_date = feeds.observation_date
    inner join quarters
        on quarters.quarter > starts.first_quarter
        and quarters.quarter <= origins.latest_quarter
        and quarters.quarter > origins.latest_quarter - $reach / 3
        and quarters.quarter * 3 <= feeds.last_month -- the last month of the quarter

),

moved as (

    select
        wanted.obligor_id,
        wanted.observation_date,
        wanted.quarter,
        coalesce(facts.flow, 0) as flow,
        coalesce(facts.sales, 0) as sales
    from wanted
    left join forward_account_facts as facts
        on wanted.obligor_id = facts.obligor_id
        and wanted.quarter = facts.quarter

)

select * from moved;
