-- One row per component with neighbours: the one that it joins, its first. Two that choose each other meet in the first.
create or replace temp table group_choices as
with

chosen as (

    select
        component,
        min(neighbour) as joins
    from group_links
    group by component

),

rooted as (

    select
        chosen.component,
        case when next.joins = chosen.component and chosen.component < chosen.joins then chosen.component else chosen.joins end
            as joins
    from chosen
    inner join chosen as next on chosen.joins = next.component

)

select * from rooted;
