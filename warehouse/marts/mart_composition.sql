-- One row per observation date, dimension and class.
create or replace table mart_composition as
with

classed as (

    select
        observation_date,
        pd,
        drawn,
        defaulted,
        'grade' as dimension,
        grade as member,
        grade_order as member_order
    from score_book
    union all
    select
        observation_date,
        pd,
        drawn,
        defaulted,
        'tier' as dimension,
        tier as member,
        case tier when 'strategic' then 0 when 'core' then 1 when 'general' then 2 end as member_order
    from score_book
    union all
    select
        observation_date,
        pd,
        drawn,
        defaulted,
        'size' as dimension,
        size_class as member,
        case size_class when 'large' then 0 when 'medium' then 1 when 'small' then 2 when 'micro' then 3 else 4 end
            as member_order
    from score_book
    union all
    select
        observation_date,
        pd,
        drawn,
        defaulted,
        'industry' as dimension,
        industry_section as member,
        cast(ascii(industry_section) - 65 as integer) as member_order
    from score_book
    union all
    select
        observation_date,
        pd,
        drawn,
        defaulted,
        'region' as dimension,
        region as member,
        cast(region as integer) as member_order
    from score_book

),

-- A dimension that the source does not have is left out; a fact that one obligor lacks is a class.
present as (

    select distinct dimension
    from classed
    where member is not null

),

named as (

    select
        classed.observation_date,
        classed.dimension,
        coalesce(classed.member, 'unknown') as member,
        case when classed.member is null then 99 else classed.member_order end as member_order,
        classed.pd,
        classed.drawn,
        classed.defaulted
    from classed
    inner join present on classed.dimension = present.dimension

),

totals as (

    select
        observation_date,
        dimension,
        member,
        member_order,
        count(*) as obligors,
        count(pd) as rated,
        total_amount(drawn) as drawn,
        expected_count(pd) as expected_defaults,
        mean_probability(pd) as mean_pd,
        count(defaulted) as outcomes_known,
        count_defaults(defaulted) as defaults_observed,
        default_rate(defaulted) as odr
    from named
    group by observation_date, dimension, member, member_order
    order by observation_date, dimension, member_order, member

)

select * from totals;
