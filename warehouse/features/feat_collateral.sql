-- One row per obligor in the book and observation date: what secures its debts, and at what value.
create or replace table feat_collateral as
with

agreements as (

    select
        facility_id,
        obligor_id,
        start_date,
        collateral_type
    from stg_facilities
    where
        start_date <= window_end()
        and obligor_id in (select obligor_id from feat_frame_obligors)

),

-- An asset that secures several facilities of an obligor counts once, and until the last of them gives it up.
valued as (

    select
        concat(agreements.obligor_id, ' ', collateral.collateral_id) as entity_id,
        agreements.obligor_id,
        collateral.valuation_date as valid_from,
        greatest(collateral.valuation_date, agreements.start_date) as published_date,
        max(greatest(collateral.value - coalesce(collateral.prior_claims, 0), 0)) as net_value,
        max(case when collateral.type in ('real_estate', 'land_use_right') then 1 else 0 end) as is_property,
        max(coalesce(collateral.released_date, date '9999-12-31')) as released_date
    from stg_collateral as collateral
    inner join agreements on collateral.facility_id = agreements.facility_id
    where collateral.valuation_date <= window_end()
    group by
        agreements.obligor_id,
        collateral.collateral_id,
        collateral.valuation_date,
        greatest(collateral.valuation_date, agreements.start_date)

),

-- A facility that begins after the valuation adds to what the earlier ones hold by it.
appraised as (

    select
        entity_id,
        obligor_id,
        valid_from,
        published_date,
        max(net_value) over so_far as net_value,
        max(is_property) over so_far as is_property,
        max(released_date) over so_far as released_date
    from valued
    window so_far as (
        partition by entity_id, valid_from
        order by published_date
        rows between unbounded preceding and current row
    )

),

-- A valuation holds until a later one, or until the bank gives the asset up.
spells as (

    select
        obligor_id,
        known_date,
        least(released_date, superseded_date) as until_date,
        valid_from as valuation_date,
        net_value,
        first_value(net_value) over (
            partition by entity_id
            order by known_date
        ) as first_value,
        is_property
    from leading_versions(appraised)

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
    where until_date > known_date

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

-- The main security of each agreement is part of its terms.
drawings as (

    select
        agreements.obligor_id,
        exposures.month_end as observation_date,
        sum(exposures.drawn) as drawn_amount,
        sum(case when agreements.collateral_type is not null then exposures.drawn end) as stated,
        sum(case when agreements.collateral_type = 'unsecured' then exposures.drawn else 0 end) as unsecured,
        sum(case when agreements.collateral_type = 'mortgage' then exposures.drawn else 0 end) as mortgaged,
        sum(case when agreements.collateral_type = 'pledge' then exposures.drawn else 0 end) as pledged
    from stg_exposures as exposures
    inner join agreements
        on exposures.facility_id = agreements.facility_id
        and exposures.month_end >= agreements.start_date
    where exposures.month_end between window_start(1) and window_end()
    group by agreements.obligor_id, exposures.month_end

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
