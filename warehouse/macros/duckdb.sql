-- What engines spell differently, named once.

-- A ratio that says nothing where its denominator is zero, negative or missing.
create or replace macro ratio(numerator, denominator) as
    case when denominator > 0 then cast(numerator as double) / cast(denominator as double) end;

-- Growth over a base that must be positive.
create or replace macro growth(current_value, base) as
    case when base > 0 then cast(current_value - base as double) / cast(base as double) end;

-- Rows for which a condition holds.
create or replace macro count_where(condition) as count(*) filter (where condition);

-- Facts as known on each observation date: for every row of the frame the last row of `facts` whose `known_date` is not after it. Facts
-- have obligor_id, known_date and what is known from then on; a row of the frame without one is left out. The later of two rows with
-- one date must have been chosen before.
create or replace macro latest_known(frame, facts) as table
    select frame.obligor_id, frame.observation_date, facts.* exclude (obligor_id)
    from query_table(frame) as frame
    asof join query_table(facts) as facts
        on frame.obligor_id = facts.obligor_id and frame.observation_date >= facts.known_date;

-- First and last day of which a fact can matter to the features being built: windows reach so many months back from the first
-- observation date. Both are constants to the engine, so that it need not read what lies outside.
create or replace macro window_start(months) as
    last_day(cast(getvariable('frame_first') as date) - to_months(cast(months as integer))) + 1;
create or replace macro window_end() as cast(getvariable('frame_last') as date);

-- Standard deviation to mean, of numbers whose count, sum and sum of squares are exact; missing where the mean is not positive.
create or replace macro variation(n, total, squares) as
    case when n > 1 and total > 0 then
        sqrt(greatest(cast(squares as double) / n - (cast(total as double) / n) * (cast(total as double) / n), 0))
            / (cast(total as double) / n)
    end;

create or replace macro month_end(day) as last_day(day);

-- The month end so many months after another; negative months go back.
create or replace macro month_end_after(day, months) as last_day(day + to_months(cast(months as integer)));

create or replace macro add_days(day, days) as cast(day + cast(days as integer) as date);

-- Whole days from the earlier to the later date.
create or replace macro days_between(earlier, later) as cast(later - earlier as integer);

-- Months since the year 0: windows of months become ranges of integers, which are cheap to compare.
create or replace macro month_number(day) as cast(year(day) * 12 + month(day) as integer);

-- Natural logarithm, missing where there is none.
create or replace macro log_positive(value) as case when value > 0 then ln(cast(value as double)) end;

-- A sum of probabilities that does not depend on the order of its rows.
create or replace macro sum_exact(value) as sum(cast(value as decimal(28, 15)));

-- Whether a value is one of a comma-separated list.
create or replace macro is_among(value, list) as list_contains(string_split(list, ','), value);

-- A total of amounts, as a double at the edge; missing where no row has one.
create or replace macro total_amount(amount) as cast(sum(cast(amount as decimal(28, 2))) as double);

-- Defaults among outcomes that are known; missing where none is known yet.
create or replace macro count_defaults(defaulted) as
    case when count(defaulted) > 0 then count(*) filter (where defaulted) end;

-- Defaults to outcomes known.
create or replace macro default_rate(defaulted) as ratio(count(*) filter (where defaulted), count(defaulted));

-- Sum of PDs; zero where nothing is rated.
create or replace macro expected_count(pd) as cast(coalesce(sum_exact(pd), 0) as double);

create or replace macro mean_probability(pd) as ratio(sum_exact(pd), count(pd));

-- The rows of a Parquet file.
create or replace macro rows_of_parquet(file) as table select * from read_parquet(file);

-- What was known to hold, and when: of versions with entity_id, valid_from and published_date, those that led on some day. Each is known
-- from `known_date`, when it was published and held, until `superseded_date`; one that came late, after a newer one, never leads.
create or replace macro leading_versions(versions) as table
    select led.* exclude (latest_valid_from)
    from (
        select
            *,
            coalesce(lead(known_date) over (partition by entity_id order by known_date, valid_from), date '9999-12-31') as superseded_date
        from (
            select
                *,
                max(valid_from) over (
                    partition by entity_id
                    order by known_date, valid_from
                    rows between unbounded preceding and current row
                ) as latest_valid_from
            from (select *, greatest(valid_from, published_date) as known_date from query_table(versions)) as dated
        ) as ordered
        where valid_from = latest_valid_from
    ) as led
    where known_date < superseded_date;

-- Which statement led, month by month: of statements with obligor_id, statement_key, period_end and published_date, the one of the greatest key
-- published by then, so that a late-filed older year never beats a newer one. One row for each month in which something was published;
-- what the first month of the frame finds counts as published in it.
create or replace macro leading_statements(filed) as table
    select
        obligor_id,
        from_month,
        known_date,
        max(statement_key) over to_date as leading_key,
        max(period_end) over to_date as period_end,
        lead(from_month) over to_date as next_month
    from (
        select
            obligor_id,
            month_number(greatest(published_date, window_start(1))) as from_month,
            max(published_date) as known_date,
            max(statement_key) as statement_key,
            max(period_end) as period_end
        from query_table(filed)
        group by obligor_id, month_number(greatest(published_date, window_start(1)))
    ) as monthly
    window to_date as (partition by obligor_id order by from_month);

-- The total of the largest so many amounts; missing where there is none.
create or replace macro total_of_largest(amount, places) as list_sum(max(amount, places));

-- Values that such shares of the rows reach, in `steps` equal steps with the largest last, as text with commas; missing where none is known.
-- A trillionth less than each share, for a share that meets a row exactly must not go on to the next by the error of its division.
create or replace macro quantile_texts(value, steps) as
    array_to_string(
        quantile_disc(
            value, list_transform(range(1, steps + 1), lambda step: cast(step as double) / steps - 0.000000000001)
        ),
        ','
    );

-- Rows in each bin, as text with commas; missing where no value is known. `bounds` are the upper ends of the bins, in them, as text with
-- commas; the last is `inf`.
create or replace macro bin_counts(value, bounds) as
    array_to_string(map_values(histogram(value, cast(string_split(bounds, ',') as double[]))), ',');

-- Quarters since the year 0, as `month_number` counts months.
create or replace macro quarter_number(day) as cast(year(day) * 4 + quarter(day) as integer);

-- What holds from `from_month` until before `until_month`, once for each of these months that the frame reaches, as its `month_number`.
create or replace macro each_month(spells) as table
    select
        held.*,
        cast(unnest(range(
            greatest(from_month, month_number(cast(getvariable('frame_first') as date))),
            least(until_month, month_number(cast(getvariable('frame_last') as date)) + 1)
        )) as integer) as month_number
    from query_table(spells) as held;

-- An amount in whole units of currency: an integer, so that products and their sums stay exact and cheap.
create or replace macro whole_units(amount) as cast(round(cast(amount as double)) as bigint);

-- The product of two whole numbers, exact.
create or replace macro exact_product(a, b) as cast(a as hugeint) * cast(b as hugeint);

-- An amount in hundredths of a unit of currency: an integer, whose sums stay exact and cheap.
create or replace macro hundredths(amount) as cast(cast(amount as decimal(18, 2)) * 100 as bigint);

-- Every month, by number and end, of each obligor from so many before the first observation date to the last: none is left out, so that
-- so many months back are so many rows back.
create or replace macro obligor_months(obligors, months) as table
    select
        obligor_key,
        cast(number as integer) as month_number,
        last_day(make_date((number - 1) // 12, (number - 1) % 12 + 1, 1)) as month_end
    from query_table(obligors)
    cross join range(
        month_number(cast(getvariable('frame_first') as date)) - months,
        month_number(cast(getvariable('frame_last') as date)) + 1
    ) as numbers(number);

-- The days of one month as bits of a whole number, the first of the month lowest; missing days are left out.
create or replace macro days_as_bits(day) as bit_or(cast(1 as bigint) << (day(day) - 1));

create or replace macro count_of_bits(bits) as bit_count(bits);

-- The day of the month, of those in `bits`, that comes first after another; missing where there is none.
create or replace macro next_day_of_month(bits, day) as
    case when (bits >> day(day)) > 0
        then day(day) + 1 + bit_count(((bits >> day(day)) & -(bits >> day(day))) - 1)
    end;

-- The first day of the month in `bits`.
create or replace macro first_day_of_month(bits) as bit_count((bits & -bits) - 1) + 1;

create or replace macro day_of_month(day) as day(day);

-- Whose each facility is, since when it runs, and from which day it is known: one row a facility, as the version says that was known first, so
-- that joins do not multiply and no later version moves what was known before. `facilities` has a row a version, as staging has.
create or replace macro facility_owners(facilities) as table
    select
        facility_id,
        arg_min(obligor_id, row(greatest(valid_from, published_date), valid_from)) as obligor_id,
        arg_min(start_date, row(greatest(valid_from, published_date), valid_from)) as start_date,
        min(greatest(valid_from, published_date)) as known_date
    from query_table(facilities)
    group by facility_id;

-- The terms of each facility as they were known: one row a facility and version that led, in force from `known_date` until before
-- `superseded_date`.
create or replace macro facility_terms(facilities) as table
    with facility_versions as (
        select
            facility_id as entity_id,
            facility_id,
            valid_from,
            published_date,
            product,
            maturity_date,
            annual_rate,
            collateral_type,
            project_id
        from query_table(facilities)
    )
    select led.* exclude (entity_id, valid_from, published_date) from leading_versions(facility_versions) as led;

-- The month-end book with whose each line is: one row a facility and month end, of facilities that were known by then.
create or replace macro book_lines(exposures, facilities) as table
    select owners.obligor_id, owners.start_date, month_number(lines.month_end) as month_number, lines.*
    from query_table(exposures) as lines
    inner join facility_owners(facilities) as owners
        on lines.facility_id = owners.facility_id and lines.month_end >= owners.known_date;

-- The same with the terms in force on the month end.
create or replace macro book_terms(exposures, facilities) as table
    select lines.*, terms.product, terms.maturity_date, terms.annual_rate, terms.collateral_type, terms.project_id
    from book_lines(exposures, facilities) as lines
    inner join facility_terms(facilities) as terms
        on lines.facility_id = terms.facility_id
        and lines.month_end >= terms.known_date
        and lines.month_end < terms.superseded_date;
