-- One row per obligor: the group of connected obligors it belongs to.
create or replace table stg_connected_groups as
with

grounds as (

    select
        node,
        string_agg(distinct ground, ',' order by ground) as grounds
    from (
        select
            one as node,
            ground
        from group_ties
        union
        select
            other as node,
            ground
        from group_ties
    ) as ends
    group by node

),

grouped as (

    select
        nodes.obligor_id,
        min(nodes.obligor_id) over (partition by components.component) as group_id,
        cast(count(*) over (partition by components.component) as integer) as members,
        grounds.grounds
    from group_nodes as nodes
    inner join group_components as components on nodes.node = components.node
    left join grounds on nodes.node = grounds.node

)

select * from grouped
order by obligor_id;

drop table group_nodes;
drop table group_ties;
drop table group_components;
drop table group_links;
drop table if exists group_choices;
drop table if exists group_jumps;
