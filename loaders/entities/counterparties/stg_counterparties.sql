-- One row per counterparty: the obligor that it is, and by what it was told.
create or replace table stg_counterparties as
with

mentioned as (

    select
        counterparty_id,
        cast(sum(mentions) as integer) as mentions
    from counterparty_mentions
    group by counterparty_id

),

candidates as (

    select distinct
        mentions.counterparty_id,
        named.obligor_id
    from counterparty_mentions as mentions
    inner join counterparty_named as named on mentions.name = named.name
    anti join counterparty_matches as matches on mentions.counterparty_id = matches.counterparty_id

),

-- Two firms of one name: each has a unified social credit code, and the codes differ.
namesakes as (

    select
        candidates.counterparty_id,
        candidates.obligor_id
    from candidates
    inner join counterparty_mentions as mentions on candidates.counterparty_id = mentions.counterparty_id
    inner join stg_obligors as obligors on candidates.obligor_id = obligors.obligor_id
    where
        length(mentions.registration_number) = 18
        and length(obligors.registration_number) = 18
    group by candidates.counterparty_id, candidates.obligor_id
    having not bool_or(mentions.registration_number = obligors.registration_number)

),

by_name as (

    select
        candidates.counterparty_id,
        min(candidates.obligor_id) as obligor_id,
        'name' as matched_by
    from candidates
    anti join namesakes
        on candidates.counterparty_id = namesakes.counterparty_id
        and candidates.obligor_id = namesakes.obligor_id
    group by candidates.counterparty_id
    having count(*) = 1

),

matched as (

    select * from counterparty_matches
    union all
    select * from by_name

),

joined as (

    select
        mentioned.counterparty_id,
        matched.obligor_id,
        matched.matched_by,
        mentioned.mentions
    from mentioned
    left join matched on mentioned.counterparty_id = matched.counterparty_id
    order by mentioned.counterparty_id

)

select * from joined;

drop table counterparty_mentions;
drop table counterparty_matches;
drop table counterparty_names;
drop table counterparty_named;
