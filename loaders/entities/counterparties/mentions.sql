-- One row per counterparty, name and registration number that rows give it, and how often.
create or replace temp table counterparty_mentions as
with

named as (

    select
        counterparty_id,
        counterparty_registration_number as registration_number,
        counterparty_name as name
    from stg_invoices
    union all
    select
        counterparty_id,
        counterparty_registration_number as registration_number,
        counterparty_name as name
    from stg_account_transactions

),

counted as (

    select
        counterparty_id,
        registration_number,
        name,
        count(*) as mentions
    from named
    where coalesce(counterparty_id, registration_number, name) is not null
    group by counterparty_id, registration_number, name

),

keyed as (

    select
        coalesce(counterparty_id, registration_number, name) as counterparty_id,
        counterparty_id as number,
        registration_number,
        name,
        mentions
    from counted

)

select * from keyed;
