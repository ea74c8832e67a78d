-- One row per counterparty that is an obligor by its number or its registration number.
create or replace temp table counterparty_matches as
with

obligors as (

    select distinct obligor_id from stg_obligors

),

numbers as (

    select distinct
        counterparty_id,
        number
    from counterparty_mentions
    where number is not null

),

by_number as (

    select
        numbers.counterparty_id,
        obligors.obligor_id,
        'number' as matched_by
    from numbers
    inner join obligors on numbers.number = obligors.obligor_id

),

registrations as (

    select distinct
        counterparty_id,
        registration_number
    from counterparty_mentions
    where registration_number is not null

),

-- Two obligors of one registration number, or two registration numbers of one counterparty, decide nothing.
by_registration as (

    select
        registrations.counterparty_id,
        min(obligors.obligor_id) as obligor_id,
        'registration_number' as matched_by
    from registrations
    inner join stg_obligors as obligors on registrations.registration_number = obligors.registration_number
    anti join by_number on registrations.counterparty_id = by_number.counterparty_id
    group by registrations.counterparty_id
    having count(distinct obligors.obligor_id) = 1

),

matched as (

    select * from by_number
    union all
    select * from by_registration

)

select * from matched;

-- One row per name of counterparties that are no obligor so far.
create or replace temp table counterparty_names as
with

names as (

    select distinct mentions.name
    from counterparty_mentions as mentions
    anti join counterparty_matches as matches on mentions.counterparty_id = matches.counterparty_id
    where mentions.name is not null

)

select * from names;
