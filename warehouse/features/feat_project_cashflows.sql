-- One row per obligor in the book and observation date: what its projects earn against what they owe, as known by then.
create or replace table feat_project_cashflows as
with

projects as (

    select
        project_id as entity_id,
        project_id,
        obligor_id,
        valid_from,
        published_date,
        stage
    from stg_projects

),

versions as (

    select * from leading_versions(projects)

),

in_force as (

    select
        frame.obligor_id,
        frame.observation_date,
        frame.month_number,
        versions.project_id
    from feat_frame as frame
    inner join versions
        on frame.obligor_id = versions.obligor_id
        and versions.known_date <= frame.observation_date
        and versions.superseded_date > frame.observation_date
    where versions.stage <> 'ended'

),

-- Of each period the last report, and the last forecast that was made before its end.
known as (

    select
        in_force.obligor_id,
        in_force.observation_date,
        in_force.month_number,
        in_force.project_id,
        flows.period_end,
        flows.basis,
        flows.revenue
            - flows.operating_cost
            - flows.tax
            - coalesce(flows.working_capital_change, 0)
            - coalesce(flows.maintenance_expenditure, 0) as cfads,
        flows.interest + flows.principal as debt_service,
        row_number() over (
            partition by in_force.project_id, in_force.observation_date, flows.period_end, flows.basis
            order by flows.published_date desc
        ) as place
    from in_force
    inner join stg_project_cashflows as flows
        on in_force.project_id = flows.project_id
        and flows.published_date <= in_force.observation_date
    where
        (flows.basis = 'actual' and flows.period_end <= in_force.observation_date)
        or (flows.basis = 'forecast' and flows.published_date <= flows.period_end)

),

periods as (

    select
        obligor_id,
        observation_date,
        month_number,
        project_id,
        period_end,
        month_number(period_end) as period_month,
        max(case when basis = 'actual' then month_number(period_end) end) as actual_month,
        max(case when basis = 'actual' then cfads end) as cfads,
        max(case when basis = 'actual' then debt_service end) as debt_service,
        max(case when basis = 'forecast' then cfads end) as forecast_cfads,
        max(case when basis = 'forecast' then debt_service end) as forecast_service
    from known
    where place = 1
    group by obligor_id, observation_date, month_number, project_id, period_end

),

-- The last year of a project is the twelve months to the end of the last period that it reported.
aged as (

    select
        *,
        max(actual_month) over (partition by project_id, observation_date) - actual_month as age,
        max(case when actual_month is not null then period_end end) over (
            partition by project_id, observation_date
        ) as reported_date,
        period_month - month_number as ahead
    from periods

),

-- Projects of one obligor are added up; worst and least are of a single project and period.
totals as (

    select
        obligor_id,
        observation_date,
        sum(case when age < 12 then cfads end) as cfads,
        sum(case when age < 12 then debt_service end) as debt_service,
        sum(case when age between 12 and 23 then cfads end) as cfads_before,
        sum(case when age between 12 and 23 then debt_service end) as debt_service_before,
        min(case when age < 24 then ratio(cfads, debt_service) end) as worst_dscr,
        count_where(age < 24 and debt_service > 0) as periods,
        count_where(age < 24 and debt_service > 0 and cfads < debt_service) as short_periods,
        sum(case when age < 12 and forecast_cfads is not null then cfads end) as compared_cfads,
        sum(case when age < 12 then forecast_cfads end) as foreseen_cfads,
        sum(case when ahead between 1 and 12 then forecast_cfads end) as next_cfads,
        sum(case when ahead between 1 and 12 then forecast_service end) as next_service,
        min(case when ahead > 0 then ratio(forecast_cfads, forecast_service) end) as least_forecast_dscr,
        min(reported_date) as reported_date
    from aged
    group by obligor_id, observation_date

),

covered as (

    select
        *,
        ratio(cfads, debt_service) as dscr,
        ratio(cfads_before, debt_service_before) as dscr_before
    from totals

),

combined as (

    select
        frame.obligor_id,
        frame.observation_date,
        covered.dscr as dscr_ratio,
        covered.dscr - covered.dscr_before as dscr_change_ratio,
        covered.worst_dscr as worst_dscr_ratio,
        ratio(covered.short_periods, covered.periods) as short_periods_share,
        ratio(covered.compared_cfads, covered.foreseen_cfads) as cfads_to_forecast_ratio,
        ratio(covered.next_cfads, covered.next_service) as forecast_dscr_ratio,
        covered.least_forecast_dscr as forecast_least_dscr_ratio,
        ratio(covered.next_cfads, covered.next_service)
            * ratio(covered.compared_cfads, covered.foreseen_cfads)
            - 1 as dscr_headroom_ratio,
        days_between(covered.reported_date, frame.observation_date) as cashflow_age_days
    from feat_frame as frame
    left join covered
        on frame.obligor_id = covered.obligor_id
        and frame.observation_date = covered.observation_date

)

select * from combined;
