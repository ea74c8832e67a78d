-- One row per observation date, dimension and class.
create or replace table mart_composition as
with

book as (

    select
        ratings.observation_date,
        ratings.grade,
        ratings.grade_order,
        ratings.pd,
        tiers.tier,
        sizes.size_class,
        profiles.industry_section,
        profiles.region,
        facilities.drawn,
        targets.defaulted
    from score_ratings as ratings
    inner join target_default as targets
        on ratings.obligor_id = targets.obligor_id
        and ratings.observation_date = targets.observation_date
    inner join feat_facilities as facilities
        on ratings.obligor_id = facilities.obligor_id
        and ratings.observation_date = facilities.observation_date
    inner join feat_profiles as profiles
        on ratings.obligor_id = profiles.obligor_id
        and ratings.observation_date = profiles.observation_date
    left join score_tiers as tiers
        on ratings.obligor_id = tiers.obligor_id
        and ratings.observation_date = tiers.observation_date
    left join score_sizes as sizes
        on ratings.obligor_id = sizes.obligor_id
        and ratings.observation_date = sizes.observation_date

),

classed as (

    select observation_date, pd, drawn, defaulted, 'grade' as dimension, grade as member, grade_order as member_order
    from book
    union all
    select
        observation_date, pd, drawn, defaulted, 'tier', tier,
        case tier when 'strategic' then 0 when 'core' then 1 when 'general' then 2 end
    from book
    union all
    select
        observation_date, pd, drawn, defaulted, 'size', size_class,
        case size_class when 'large' then 0 when 'medium' then 1 when 'small' then 2 when 'micro' then 3 else 4 end
    from book
    union all
    select observation_date, pd, drawn, defaulted, 'industry', industry_section, cast(ascii(industry_section) - 65 as integer)
    from book
    union all
    select observation_date, pd, drawn, defaulted, 'region', region, cast(region as integer)
    from book

),

-- A dimension that the source does not have is left out; a fact that one obligor lacks is a class.
present as (

    select distinct dimension
    from classed
    where member is not null

),

totals as (

    select
        classed.observation_date,
        classed.dimension,
        coalesce(classed.member, 'unknown') as member,
        coalesce(classed.member_order, 99) as member_order,
        count(*) as obligors,
        count(classed.pd) as rated,
        cast(sum(cast(classed.drawn as decimal(28, 2))) as double) as drawn,
        cast(coalesce(sum_exact(classed.pd), 0) as double) as expected_defaults,
        ratio(sum_exact(classed.pd), count(classed.pd)) as mean_pd,
        case when count(classed.defaulted) > 0 then count(*) filter (where classed.defaulted) end as defaults_observed,
        ratio(count(*) filter (where classed.defaulted), count(classed.defaulted)) as odr
    from classed
    inner join present on classed.dimension = present.dimension
    group by classed.observation_date, classed.dimension, coalesce(classed.member, 'unknown'), coalesce(classed.member_order, 99)
    order by classed.observation_date, classed.dimension, member_order, member

)

select * from totals;
