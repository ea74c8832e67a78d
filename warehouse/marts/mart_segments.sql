-- One row per yearly observation date, industry section and size class.
create or replace table mart_segments as
with

named as (

    select
        observation_date,
        coalesce(industry_section, 'unknown') as industry_section,
        coalesce(size_class, 'unknown') as size_class,
        pd,
        drawn,
        defaulted
    from score_book
    where is_yearly

),

totals as (

    select
        observation_date,
        industry_section,
        size_class,
        count(*) as obligors,
        count(pd) as rated,
        total_amount(drawn) as drawn,
        expected_count(pd) as expected_defaults,
        mean_probability(pd) as mean_pd,
        count(defaulted) as outcomes_known,
        count_defaults(defaulted) as defaults_observed,
        default_rate(defaulted) as odr
    from named
    group by observation_date, industry_section, size_class
    order by observation_date, industry_section, size_class

)

select * from totals;
