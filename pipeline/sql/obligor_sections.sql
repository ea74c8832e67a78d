-- One row per obligor ever in the book: its section of GB/T 4754 at the latest observation date on which it was there.
with

ranked as (

    select
        obligor_id,
        substr(industry_code, 1, 1) as industry_section,
        row_number() over (partition by obligor_id order by observation_date desc) as place
    from feat_profiles

)

select
    obligor_id,
    industry_section
from ranked
where place = 1
order by obligor_id
