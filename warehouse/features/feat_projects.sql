-- One row per obligor in the book and observation date: how the building of its projects goes, and what was lent for them, as known by then.
create or replace table feat_projects as
with

projects as (

    select
        project_id as entity_id,
        projects.*
    from stg_projects as projects

),

versions as (

    select * from leading_versions(projects)

),

in_force as (

    select
        frame.obligor_id,
        frame.observation_date,
        frame.month_number,
        versions.project_id,
        versions.total_cost,
        versions.equity,
        versions.construction_start_date,
        versions.planned_completion_date,
        versions.concession_end_date,
        case
            when versions.completion_date <= frame.observation_date then versions.completion_date
        end as completion_date,
        versions.stage in ('planned', 'construction')
        and coalesce(versions.completion_date > frame.observation_date, true) as is_being_built
    from feat_frame as frame
    inner join versions
        on frame.obligor_id = versions.obligor_id
        and versions.known_date <= frame.observation_date
        and versions.superseded_date > frame.observation_date
    where versions.stage <> 'ended'

),

-- the first plan

first_costs as (

    select
        project_id,
        total_cost,
        row_number() over (partition by project_id order by known_date) as place
    from versions

),

first_dates as (

    select
        project_id,
        known_date,
        planned_completion_date,
        row_number() over (partition by project_id order by known_date) as place
    from versions
    where planned_completion_date is not null

),

-- what it owes, for projects and in all

agreements as (

    select
        in_force.project_id,
        in_force.observation_date,
        terms.facility_id,
        terms.maturity_date
    from in_force
    inner join facility_terms(stg_facilities) as terms
        on in_force.project_id = terms.project_id
        and terms.known_date <= in_force.observation_date
        and terms.superseded_date > in_force.observation_date
    inner join facility_owners(stg_facilities) as owners
        on terms.facility_id = owners.facility_id
        and in_force.obligor_id = owners.obligor_id
        and owners.start_date <= in_force.observation_date

),

loans as (

    select
        agreements.project_id,
        agreements.observation_date,
        month_number(max(agreements.maturity_date)) as maturity_month,
        sum(exposures.drawn) as outstanding
    from agreements
    left join stg_exposures as exposures
        on agreements.facility_id = exposures.facility_id
        and agreements.observation_date = exposures.month_end
    group by agreements.project_id, agreements.observation_date

),

books as (

    select
        obligor_id,
        month_end,
        sum(drawn) as outstanding
    from book_lines(stg_exposures, stg_facilities)
    where
        obligor_id in (select obligor_id from in_force)
        and month_end between window_start(1) and window_end()
    group by obligor_id, month_end

),

-- A plan that is past is late at least until today.
standing as (

    select
        in_force.*,
        first_costs.total_cost as first_cost,
        first_dates.planned_completion_date as first_completion_date,
        case
            when not in_force.is_being_built then in_force.completion_date
            when in_force.planned_completion_date > in_force.observation_date then in_force.planned_completion_date
            when in_force.planned_completion_date <= in_force.observation_date then in_force.observation_date
        end as expected_completion_date,
        case
            when in_force.construction_start_date > in_force.observation_date then 0
            when in_force.planned_completion_date <= in_force.observation_date
                then days_between(in_force.construction_start_date, in_force.planned_completion_date)
            else days_between(in_force.construction_start_date, in_force.observation_date)
        end as elapsed_days,
        days_between(in_force.construction_start_date, in_force.planned_completion_date) as planned_days,
        loans.outstanding,
        loans.maturity_month
    from in_force
    inner join first_costs
        on in_force.project_id = first_costs.project_id
        and first_costs.place = 1
    left join first_dates
        on in_force.project_id = first_dates.project_id
        and first_dates.place = 1
        and first_dates.known_date <= in_force.observation_date
    left join loans
        on in_force.project_id = loans.project_id
        and in_force.observation_date = loans.observation_date

),

measured as (

    select
        *,
        case
            when not is_being_built then 1
            when planned_days > 0 then cast(elapsed_days as decimal(18, 6)) / planned_days
        end as progress
    from standing

),

-- Projects of one obligor are added up; the latest of them tells the delay, and the shortest the tail.
totals as (

    select
        obligor_id,
        observation_date,
        count(*) as projects,
        count_where(is_being_built) as being_built,
        sum(total_cost) as cost,
        sum(first_cost) as first_cost,
        sum(equity) as equity,
        sum(cast(progress * total_cost as decimal(28, 6))) as progressed,
        sum(case when progress is not null then total_cost end) as progress_cost,
        max(days_between(first_completion_date, expected_completion_date)) as delay_days,
        sum(outstanding) as outstanding,
        sum(case when is_being_built and progress is not null then outstanding end) as building_outstanding,
        sum(
            case when is_being_built and progress is not null and outstanding is not null then total_cost - equity end
        ) as building_debt,
        sum(
            case
                when is_being_built and outstanding is not null
                    then cast(progress * (total_cost - equity) as decimal(28, 6))
            end
        ) as building_progressed,
        min(month_number(concession_end_date) - maturity_month) as tail_months
    from measured
    group by obligor_id, observation_date

),

combined as (

    select
        frame.obligor_id,
        frame.observation_date,
        totals.projects,
        totals.being_built > 0 as is_building,
        ratio(totals.progressed, totals.progress_cost) as progress_share,
        totals.delay_days,
        growth(totals.cost, totals.first_cost) as cost_overrun_rate,
        ratio(totals.equity, totals.cost) as equity_share,
        ratio(totals.outstanding, books.outstanding) as project_drawn_share,
        ratio(totals.building_outstanding, totals.building_debt)
            - ratio(totals.building_progressed, totals.building_debt) as drawn_ahead_share,
        cast(totals.tail_months as integer) as tail_months
    from feat_frame as frame
    left join totals
        on frame.obligor_id = totals.obligor_id
        and frame.observation_date = totals.observation_date
    left join books
        on totals.obligor_id = books.obligor_id
        and totals.observation_date = books.month_end

)

select * from combined;
