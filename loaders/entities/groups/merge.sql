-- One row per obligor: the component it belongs to now; and one row per two components that are still to be joined.
create or replace temp table group_components as
with

joined as (

    select
        components.node,
        coalesce(choices.joins, components.component) as component
    from group_components as components
    left join group_choices as choices on components.component = choices.component

)

select * from joined;

create or replace temp table group_links as
with

joined as (

    select distinct
        one.joins as component,
        other.joins as neighbour
    from group_links as links
    inner join group_choices as one on links.component = one.component
    inner join group_choices as other on links.neighbour = other.component
    where one.joins <> other.joins

)

select * from joined;
