-- One row per obligor, date and calendar quarter that had ended by then: what moved on its accounts, nil in a quarter without
-- movements. The quarter of the first movement is left out, since it need not be whole.
create or replace temp table forward_quarters as
with

starts as (

    select distinct
        obligor_id,
        first_quarter
    from forward_account_facts

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
    inner join quarters
        on quarters.quarter > starts.first_quarter
        and quarters.quarter <= origins.latest_quarter
        and quarters.quarter > origins.latest_quarter - $reach / 3

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
