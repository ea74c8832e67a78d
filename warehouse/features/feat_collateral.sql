-- One row per obligor in the book and observation date: what secures its debts, and at what value.
create or replace table feat_collateral as
with

agreements as (

    select
        facility_id,
        obligor_id,
        known_date
    from facility_owners(stg_facilities)
    where
        known_date <= window_end()
        and obligor_id in (select obligor_id from feat_frame_obligors)

),

-- What an obligor's facilities are secured by, valuation by valuation; known once its report and
-- the facility are.
pledged as (

    select
        concat(agreements.obligor_id, ' ', collateral.collateral_id) as asset_id,
        agreements.obligor_id,
        collateral.facility_id,
        collateral.valuation_date,
        greatest(collateral.published_date, agreements.known_date) as published_date,
        greatest(collateral.value - coalesce(collateral.prior_claims, 0), 0) as net_value,
        case when collateral.type in ('real_estate', 'land_use_right') then 1 else 0 end as is_property,
        coalesce(collateral.released_date, date '9999-12-31') as released_date
    from stg_collateral as collateral
    inner join agreements on collateral.facility_id = agreements.facility_id
    where collateral.published_date <= window_end()

),

-- An asset counts once, however many facilities of an obligor it secures and on whatever days it was valued for each: at its own latest
-- valuation, the higher of two of one day.
valued as (

    select
        asset_id as entity_id,
        obligor_id,
        valuation_date as valid_from,
        published_date,
        max(net_value) as net_value,
        max(is_property) as is_property
    from pledged
    group by asset_id, obligor_id, valuation_date, published_date

),

appraised as (

    select
        entity_id,
        obligor_id,
        valid_from,
        published_date,
        max(net_value) over so_far as net_value,
        max(is_property) over so_far as is_property
    from valued
    window so_far as (
        partition by entity_id, valid_from
        order by published_date
        rows between unbounded preceding and current row
    )

),

worth as (

    select
        entity_id as asset_id,
        obligor_id,
        known_date,
        superseded_date,
        valid_from as valuation_date,
        net_value,
        first_value(net_value) over (
            partition by entity_id
            order by known_date
        ) as first_value,
        is_property
    from leading_versions(appraised)

),

-- How long each facility has it: until the day on which, as its own latest valuation says, it gives the asset up.
securings as (

    select
        concat(asset_id, ' ', facility_id) as entity_id,
        asset_id,
        valuation_date as valid_from,
        published_date,
        released_date
    from pledged

),

holdings as (

    select
        entity_id,
        asset_id,
        known_date as from_date,
        least(released_date, superseded_date) as until_date
    from leading_versions(securings)
    where released_date > known_date

),

-- The bank holds the asset while any facility has it: spells that meet or overlap are one.
numbered as (

    select
        asset_id,
        from_date,
        until_date,
        max(until_date) over (
            partition by asset_id
            order by from_date, until_date, entity_id
            rows between unbounded preceding and 1 preceding
        ) as held_until,
        row_number() over (
            partition by asset_id
            order by from_date, until_date, entity_id
        ) as place
    from holdings

),

parted as (

    select
        asset_id,
        from_date,
        until_date,
        sum(case when held_until >= from_date then 0 else 1 end) over (
            partition by asset_id
            order by place
            rows between unbounded preceding and current row
        ) as spell
    from numbered

),

held_spells as (

    select
        asset_id,
        min(from_date) as from_date,
        max(until_date) as until_date
    from parted
    group by asset_id, spell

),

spells as (

    select
        worth.obligor_id,
        greatest(worth.known_date, held_spells.from_date) as known_date,
        least(worth.superseded_date, held_spells.until_date) as until_date,
        worth.valuation_date,
        worth.net_value,
        worth.first_value,
        worth.is_property
    from worth
    inner join held_spells
        on worth.asset_id = held_spells.asset_id
        and worth.known_date < held_spells.until_date
        and worth.superseded_date > held_spells.from_date

),

weighed as (

    select
        obligor_id,
        known_date,
        until_date,
        1 as assets,
        net_value,
        first_value,
        net_value * is_property as property_value,
        net_value * days_between(date '1900-01-01', valuation_date) as value_days
    from spells

),

changes as (

    select
        obligor_id,
        known_date,
        assets,
        net_value,
        first_value,
        property_value,
        value_days
    from weighed
    union all
    select
        obligor_id,
        until_date as known_date,
        -assets as assets,
        -net_value as net_value,
        -first_value as first_value,
        -property_value as property_value,
        -value_days as value_days
    from weighed
    where until_date <= window_end()

),

days as (

    select
        obligor_id,
        known_date,
        sum(assets) as assets,
        sum(net_value) as net_value,
        sum(first_value) as first_value,
        sum(property_value) as property_value,
        sum(value_days) as value_days
    from changes
    group by obligor_id, known_date

),

totals as (

    select
        obligor_id,
        known_date,
        sum(assets) over so_far as assets,
        sum(net_value) over so_far as net_value,
        sum(first_value) over so_far as first_value,
        sum(property_value) over so_far as property_value,
        sum(value_days) over so_far as value_days
    from days
    window so_far as (
        partition by obligor_id
        order by known_date
        rows between unbounded preceding and current row
    )

),

held as (

    select * from latest_known(feat_frame, totals)

),

-- The main security is part of the terms in force.
drawings as (

    select
        obligor_id,
        month_end as observation_date,
        sum(drawn) as drawn_amount,
        sum(case when collateral_type is not null then drawn end) as stated,
        sum(case when collateral_type = 'unsecured' then drawn else 0 end) as unsecured,
        sum(case when collateral_type = 'mortgage' then drawn else 0 end) as mortgaged,
        sum(case when collateral_type = 'pledge' then drawn else 0 end) as pledged
    from book_terms(stg_exposures, stg_facilities)
    where month_end between window_start(1) and window_end()
    group by obligor_id, month_end

),

combined as (

    select
        frame.obligor_id,
        frame.observation_date,
        cast(held.assets as bigint) as collaterals,
        ratio(held.net_value, drawings.drawn_amount) as collateral_cover_ratio,
        growth(held.net_value, held.first_value) as collateral_value_growth_rate,
        ratio(held.property_value, held.net_value) as property_share,
        days_between(date '1900-01-01', frame.observation_date) - ratio(held.value_days, held.net_value)
            as valuation_age_days,
        ratio(drawings.unsecured, drawings.stated) as unsecured_share,
        ratio(drawings.mortgaged, drawings.stated) as mortgaged_share,
        ratio(drawings.pledged, drawings.stated) as pledged_share
    from feat_frame as frame
    left join held
        on frame.obligor_id = held.obligor_id
        and frame.observation_date = held.observation_date
    left join drawings
        on frame.obligor_id = drawings.obligor_id
        and frame.observation_date = drawings.observation_date

)

select * from combined;
