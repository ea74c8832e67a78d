-- One row per obligor in the book and observation date: what it told the bank and when they met, as known by then.
create or replace table feat_feedback as
with

first_contacts as (

    select
        obligor_id,
        month_number(min(interaction_date)) as month_number
    from stg_interactions
    group by obligor_id

),

months as (

    select
        obligor_id,
        month_number(interaction_date) as month_number,
        max(interaction_date) as last_date,
        max(case when kind = 'visit' then interaction_date end) as last_visit_date,
        count_where(kind = 'complaint') as complaints,
        count_where(kind = 'visit') as visits,
        count(case when kind = 'satisfaction' then score end) as opinions,
        sum(cast(case when kind = 'satisfaction' then score else 0 end as integer)) as satisfaction,
        count(case when kind = 'recommendation' then score end) as recommendations,
        count_where(kind = 'recommendation' and score >= 9)
            - count_where(kind = 'recommendation' and score <= 6) as net_promoters
    from stg_interactions
    where
        obligor_id in (select obligor_id from feat_frame_obligors)
        and interaction_date between window_start(24) and window_end()
    group by obligor_id, month_number(interaction_date)

),

contacted as (

    select
        frame.obligor_id,
        frame.observation_date,
        max(months.last_date) as last_date,
        max(months.last_visit_date) as last_visit_date,
        sum(case when months.month_number > frame.month_number - 12 then months.complaints else 0 end) as complaints,
        sum(case when months.month_number > frame.month_number - 12 then months.visits else 0 end) as visits,
        sum(case when months.month_number > frame.month_number - 12 then months.opinions else 0 end) as opinions,
        sum(case when months.month_number > frame.month_number - 12 then months.satisfaction else 0 end) as satisfaction,
        sum(case when months.month_number > frame.month_number - 12 then 0 else months.opinions end) as opinions_before,
        sum(
            case when months.month_number > frame.month_number - 12 then 0 else months.satisfaction end
        ) as satisfaction_before,
        sum(months.recommendations) as recommendations,
        sum(months.net_promoters) as net_promoters
    from feat_frame as frame
    inner join months
        on frame.obligor_id = months.obligor_id
        and months.month_number between frame.month_number - 23 and frame.month_number
    group by frame.obligor_id, frame.observation_date

),

combined as (

    select
        frame.obligor_id,
        frame.observation_date,

        -- what it says
        ratio(contacted.satisfaction, contacted.opinions) as satisfaction_points,
        ratio(contacted.satisfaction, contacted.opinions)
            - ratio(contacted.satisfaction_before, contacted.opinions_before) as satisfaction_change_points,
        ratio(contacted.net_promoters, contacted.recommendations) as net_promoter_share,
        case
            when first_contacts.obligor_id is not null then cast(coalesce(contacted.complaints, 0) as bigint)
        end as complaints,

        -- contact
        case
            when first_contacts.obligor_id is not null then cast(coalesce(contacted.visits, 0) as bigint)
        end as visits,
        days_between(contacted.last_date, frame.observation_date) as contact_age_days,
        days_between(contacted.last_visit_date, frame.observation_date) as visit_age_days
    from feat_frame as frame
    left join contacted
        on frame.obligor_id = contacted.obligor_id
        and frame.observation_date = contacted.observation_date
    left join first_contacts
        on frame.obligor_id = first_contacts.obligor_id
        and first_contacts.month_number <= frame.month_number

)

select * from combined;
