-- Spelling shared by the extracts. Months count from January 2016; draws are counters through integer arithmetic.

create or replace macro month_day(month, day) as cast(date '2016-01-01' + to_months(cast(month as integer)) as date) + cast(day - 1 as integer);
create or replace macro month_end(month) as last_day(cast(date '2016-01-01' + to_months(cast(month as integer)) as date));
create or replace macro epoch_day(days) as date '1970-01-01' + cast(days as integer);
create or replace macro last_book_day() as date '2025-12-31';

create or replace macro yuan(fen) as cast(fen / 100.0 as decimal(18, 2));

-- The rate of a month in basis points: loans of three years and more follow the market, which falls by 130 in ten years, from each January.
create or replace macro rate_in(rate_bp, term, start_month, month) as
    case
        when term >= 36 and month - month % 12 > start_month
            then greatest(200, rate_bp - ((month - month % 12 - greatest(start_month, 0)) * 130) // 119)
        else rate_bp
    end;

create or replace macro obligor_code(item) as 'B' || lpad(cast(item as varchar), 7, '0');
create or replace macro facility_code(item, sequence) as 'F' || lpad(cast(item as varchar), 7, '0') || lpad(cast(sequence as varchar), 2, '0');
create or replace macro project_code(item) as 'P' || lpad(cast(item as varchar), 7, '0');
create or replace macro row_code(letter, item, month, k) as
    letter || lpad(cast(item as varchar), 7, '0') || lpad(cast(month as varchar), 3, '0') || lpad(cast(k as varchar), 2, '0');

-- Two remainders crossed, so that nothing is linear in the counter; then stirred. No product passes 2^62.
create or replace macro scattered(x) as xor((x % 2147483629) * 1103515245, ((x % 1073741789) * 1597334677) >> 23) & 4611686018427387903;
create or replace macro folded(x) as scattered(x) >> 16;
create or replace macro stirred(x) as ((x & 2147483647) * 1597334677) >> 15;

-- A whole number from 0 to 9999. Streams are below 32, k below 64.
create or replace macro draw(stream, item, month, k) as
    cast(stirred(stirred(folded(
        ((cast(item as bigint) * 256 + month + 64) * 64 + k) * 32 + stream + getvariable('seed') * 7919
    ))) % 10000 as integer);

-- Part j of n of a whole amount, cut at uneven places; the parts sum to the whole.
create or replace macro cut(total, n, j, jitter) as
    case when j >= n then total when j <= 0 then 0 else (total * (j * 10000 + ((jitter * 8) // 10) - 4000)) // (n * 10000) end;
