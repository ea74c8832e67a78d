-- One row per two obligors and ground that connects them on the last day of the source.
create or replace temp table group_nodes as
with

obligors as (

    select distinct obligor_id from stg_obligors

),

numbered as (

    select
        obligor_id,
        cast(row_number() over (order by obligor_id) as integer) as node
    from obligors

)

select * from numbered
order by node;

create or replace temp table group_ties as
with

versions as (

    select
        obligors.obligor_id,
        obligors.parent_id,
        obligors.group_id
    from stg_obligors as obligors
    cross join stg_source
    where obligors.valid_from <= stg_source.data_end
    qualify row_number() over (partition by obligors.obligor_id order by obligors.valid_from desc) = 1

),

-- Who stands under one roof: a group, or an owner with all that it owns. The owner may be an outside party.
roofs as (

    select
        'group' as ground,
        group_id as roof,
        obligor_id
    from versions
    where group_id is not null
    union
    select
        'parent' as ground,
        parent_id as roof,
        obligor_id
    from versions
    where parent_id is not null
    union
    select
        'parent' as ground,
        obligor_id as roof,
        obligor_id
    from versions

),

-- By the terms of the last day.
facilities as (

    select
        facilities.facility_id,
        facilities.obligor_id,
        facilities.maturity_date
    from stg_facilities as facilities
    cross join stg_source
    where greatest(facilities.valid_from, facilities.published_date) <= stg_source.data_end
    qualify row_number() over (partition by facilities.facility_id order by facilities.valid_from desc) = 1

),

guarantees as (

    select
        'guarantee' as ground,
        guarantees.guarantor_id,
        facilities.obligor_id
    from stg_guarantees as guarantees
    inner join facilities on guarantees.facility_id = facilities.facility_id
    cross join stg_source
    where
        guarantees.valid_from <= stg_source.data_end
        and coalesce(guarantees.valid_until, facilities.maturity_date) >= stg_source.data_end

),

-- A roof is a star around its first obligor: as many ties as it has others.
pairs as (

    select
        ground,
        obligor_id,
        min(obligor_id) over (partition by ground, roof) as other_id
    from roofs
    union
    select
        ground,
        obligor_id,
        guarantor_id as other_id
    from guarantees

),

ties as (

    select
        pairs.ground,
        one.node as one,
        other.node as other
    from pairs
    inner join group_nodes as one on pairs.obligor_id = one.obligor_id
    inner join group_nodes as other on pairs.other_id = other.obligor_id
    where one.node <> other.node

)

select * from ties
order by ground, one, other;
