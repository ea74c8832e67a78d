-- One row per policy version, measure, counter and unbroken run of days on which something was overdue: any amount, or a material one.
create or replace table target_overdue_spells as
with

-- `any` is what must be paid before a default can end; `material` is what days past due are counted on.
measures as (

    select
        effective_from,
        'any' as measure,
        'obligor' as material_by,
        cast(0 as decimal(18, 2)) as material_amount,
        cast(null as decimal(9, 6)) as material_share_over
    from policy_default
    union all
    select
        effective_from,
        'material' as measure,
        material_by,
        cast(material_amount as decimal(18, 2)) as material_amount,
        cast(material_share_over as decimal(9, 6)) as material_share_over
    from policy_default

),

-- Instalments paid in full by their day are never overdue.
late as (

    select
        owners.obligor_id,
        repayments.facility_id,
        repayments.due_date,
        case when repayments.paid_date <= stg_source.data_end then repayments.paid_date end as paid_date,
        repayments.amount_due,
        least(repayments.amount_paid, repayments.amount_due) as amount_paid
    from stg_repayments as repayments
    inner join facility_owners(stg_facilities) as owners on repayments.facility_id = owners.facility_id
    cross join stg_source
    where
        repayments.due_date < stg_source.data_end
        and (
            repayments.paid_date is null
            or repayments.paid_date > repayments.due_date
            or repayments.amount_paid < repayments.amount_due
        )

),

-- An instalment is overdue from the day after it fell due until the day on which it is paid, which still counts.
changes as (

    select
        obligor_id,
        facility_id,
        due_date,
        add_days(due_date, 1) as change_date,
        amount_due as overdue_change
    from late
    union all
    select
        obligor_id,
        facility_id,
        due_date,
        add_days(greatest(paid_date, due_date), 1) as change_date,
        -amount_paid as overdue_change
    from late
    where paid_date is not null

),

books as (

    select
        measures.effective_from,
        measures.measure,
        lines.obligor_id,
        lines.month_end,
        sum(lines.drawn) as drawn
    from book_lines(stg_exposures, stg_facilities) as lines
    inner join measures on measures.material_share_over is not null
    cross join stg_source
    where
        lines.month_end < stg_source.data_end
        and lines.obligor_id in (select obligor_id from late)
    group by measures.effective_from, measures.measure, lines.obligor_id, lines.month_end

),

-- A month-end book holds from the next day until the next book of the obligor.
moves as (

    select
        measures.effective_from,
        measures.measure,
        changes.obligor_id,
        case when measures.material_by = 'instalment' then changes.facility_id else changes.obligor_id end as counter_id,
        case when measures.material_by = 'instalment' then changes.due_date end as due_date,
        changes.change_date,
        changes.overdue_change,
        0 as drawn_change,
        0 as books
    from changes
    cross join measures
    union all
    select
        effective_from,
        measure,
        obligor_id,
        obligor_id as counter_id,
        null as due_date,
        add_days(month_end, 1) as change_date,
        0 as overdue_change,
        drawn - coalesce(lag(drawn) over (partition by effective_from, measure, obligor_id order by month_end), 0)
            as drawn_change,
        1 as books
    from books

),

daily as (

    select
        effective_from,
        measure,
        obligor_id,
        counter_id,
        due_date,
        change_date,
        sum(overdue_change) as overdue_change,
        sum(drawn_change) as drawn_change,
        sum(books) as books
    from moves
    group by effective_from, measure, obligor_id, counter_id, due_date, change_date

),

levels as (

    select
        effective_from,
        measure,
        obligor_id,
        counter_id,
        due_date,
        change_date,
        cast(sum(overdue_change) over to_date as decimal(24, 2)) as overdue,
        cast(sum(drawn_change) over to_date as decimal(24, 2)) as drawn,
        sum(books) over to_date as books
    from daily
    window to_date as (
        partition by effective_from, measure, obligor_id, counter_id, due_date
        order by change_date
        rows between unbounded preceding and current row
    )

),

-- Before the first book the share cannot be tested, and the amount decides alone.
judged as (

    select
        levels.*,
        levels.overdue > 0
        and levels.overdue >= measures.material_amount
        and (
            measures.material_share_over is null
            or levels.books = 0
            or levels.overdue > levels.drawn * measures.material_share_over
        ) as is_overdue
    from levels
    inner join measures
        on levels.effective_from = measures.effective_from
        and levels.measure = measures.measure

),

compared as (

    select
        *,
        lag(is_overdue) over (
            partition by effective_from, measure, obligor_id, counter_id, due_date
            order by change_date
        ) as was_overdue
    from judged

),

-- Only days on which a run begins or is over, in turn.
turns as (

    select
        effective_from,
        measure,
        obligor_id,
        counter_id,
        change_date as first_date,
        is_overdue,
        lead(change_date) over (
            partition by effective_from, measure, obligor_id, counter_id, due_date
            order by change_date
        ) as over_date
    from compared
    where is_overdue <> coalesce(was_overdue, false)

),

spells as (

    select
        effective_from,
        measure,
        obligor_id,
        counter_id,
        first_date,
        add_days(over_date, -1) as last_date
    from turns
    where is_overdue
    order by effective_from, measure, obligor_id, counter_id, first_date

)

select * from spells;
