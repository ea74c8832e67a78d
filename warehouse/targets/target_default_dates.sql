-- One row per version of the default policy and obligor that ever defaulted by it: the first day of default.
create or replace table target_default_dates as
with

first_defaults as (

    select
        effective_from,
        obligor_id,
        default_date,
        basis
    from target_default_spells
    where spell_number = 1
    order by effective_from, obligor_id

)

select * from first_defaults;
