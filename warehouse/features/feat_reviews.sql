-- One row per obligor in the book and observation date: the answers of the last review known by then.
create or replace table feat_reviews as
with

answers as (

    select
        obligor_id,
        review_date as known_date,
        max(case when question = 'management' then answer end) as management,
        max(case when question = 'supply_chain' then answer end) as supply_chain,
        max(case when question = 'market_position' then answer end) as market_position,
        max(case when question = 'governance' then answer end) as governance,
        max(case when question = 'transparency' then answer end) as transparency,
        min(answer) as weakest,
        sum(answer) as total,
        count(answer) as answered
    from stg_qualitative_reviews
    where obligor_id in (select obligor_id from feat_frame_obligors)
    group by obligor_id, review_date

),

-- A question that was answered both times changed by so much.
followed as (

    select
        *,
        management - lag(management) over (partition by obligor_id order by known_date) as management_change,
        supply_chain - lag(supply_chain) over (partition by obligor_id order by known_date) as supply_chain_change,
        market_position - lag(market_position) over (partition by obligor_id order by known_date) as market_position_change,
        governance - lag(governance) over (partition by obligor_id order by known_date) as governance_change,
        transparency - lag(transparency) over (partition by obligor_id order by known_date) as transparency_change
    from answers

),

reviews as (

    select
        *,
        case when management_change is null then 0 else 1 end
            + case when supply_chain_change is null then 0 else 1 end
            + case when market_position_change is null then 0 else 1 end
            + case when governance_change is null then 0 else 1 end
            + case when transparency_change is null then 0 else 1 end as compared,
        coalesce(management_change, 0)
            + coalesce(supply_chain_change, 0)
            + coalesce(market_position_change, 0)
            + coalesce(governance_change, 0)
            + coalesce(transparency_change, 0) as change,
        case when management_change < 0 then 1 else 0 end
            + case when supply_chain_change < 0 then 1 else 0 end
            + case when market_position_change < 0 then 1 else 0 end
            + case when governance_change < 0 then 1 else 0 end
            + case when transparency_change < 0 then 1 else 0 end as worsened
    from followed

),

in_force as (

    select * from latest_known(feat_frame, reviews)

),

combined as (

    select
        frame.obligor_id,
        frame.observation_date,
        in_force.management as management_points,
        in_force.supply_chain as supply_chain_points,
        in_force.market_position as market_position_points,
        in_force.governance as governance_points,
        in_force.transparency as transparency_points,
        ratio(in_force.total, in_force.answered) as review_points,
        in_force.weakest as weakest_answer_points,
        days_between(in_force.known_date, frame.observation_date) as review_age_days,
        cast(5 - in_force.answered as bigint) as missing_answers,
        ratio(in_force.change, in_force.compared) as review_change_points,
        case when in_force.compared > 0 then cast(in_force.worsened as bigint) end as worsened_answers
    from feat_frame as frame
    left join in_force
        on frame.obligor_id = in_force.obligor_id
        and frame.observation_date = in_force.observation_date

)

select * from combined;
