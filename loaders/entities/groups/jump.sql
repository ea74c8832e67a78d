-- One row per component with neighbours: it joins what its choice joins, so that a way to the root halves.
create or replace temp table group_jumps as
with

jumped as (

    select
        chosen.component,
        next.joins,
        next.joins <> chosen.joins as has_moved
    from group_choices as chosen
    inner join group_choices as next on chosen.joins = next.component

)

select * from jumped;

create or replace temp table group_choices as
select
    component,
    joins
from group_jumps;
