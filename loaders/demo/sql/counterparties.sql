-- The other side of a deal: one of a firm's few partners; about one in seven is itself an obligor while it trades.
create or replace macro partner_key(item, side, pick) as
    stirred(stirred(folded((cast(item as bigint) * 4 + side) * 64 + cast(sqrt(pick) / 5 as bigint) + getvariable('seed') * 104729)));
create or replace macro partner_item(key) as case when key % 7 = 0 then cast((key // 7) % getvariable('firms') as integer) end;
create or replace macro outside_code(key) as 'X' || lpad(cast(key % 9999991 as varchar), 7, '0');
