-- One row per obligor: at first its own component; and one row per two components that a tie connects, in both directions.
create or replace temp table group_components as
select
    node,
    node as component
from group_nodes;

create or replace temp table group_links as
with

directed as (

    select
        one as component,
        other as neighbour
    from group_ties
    union
    select
        other as component,
        one as neighbour
    from group_ties

)

select * from directed;
